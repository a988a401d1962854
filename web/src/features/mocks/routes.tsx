import { createRoute, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** Mock interviews: setting one up, joining one, the room for either part, and what one was given. */
export const routes: FeatureRoutes = ({ shell, room }) => {
  const page = (path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => shell, path, component })
  return {
    shell: [
      page(
        "/mocks",
        lazyRouteComponent(() => import("./mocks-page.tsx"), "MocksPage"),
      ),
      page(
        "/mocks/new",
        lazyRouteComponent(() => import("./new-mock-page.tsx"), "NewMockPage"),
      ),
      page(
        "/mocks/join",
        lazyRouteComponent(() => import("./join-page.tsx"), "JoinPage"),
      ),
      page(
        "/mocks/$mockId/swap",
        lazyRouteComponent(() => import("./new-mock-page.tsx"), "SwapPage"),
      ),
      page(
        "/mocks/$mockId/feedback",
        lazyRouteComponent(() => import("./feedback-page.tsx"), "FeedbackPage"),
      ),
    ],
    room: [
      createRoute({
        getParentRoute: () => room,
        path: "/mocks/$mockId",
        component: lazyRouteComponent(() => import("./mock-page.tsx"), "MockPage"),
      }),
    ],
  }
}
