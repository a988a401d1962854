import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** Reading résumés without names. */
export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/screens",
      component: lazyRouteComponent(() => import("./queue-page.tsx"), "QueuePage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/screens/$interviewId",
      component: lazyRouteComponent(() => import("./screen-page.tsx"), "ScreenPage"),
    }),
  ],
})
