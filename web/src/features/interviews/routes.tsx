import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** An interviewer's list, and the console for use during the talk. */
export const routes: FeatureRoutes = ({ shell, room }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/interviews",
      component: lazyRouteComponent(() => import("./my-interviews-page.tsx"), "MyInterviewsPage"),
    }),
  ],
  room: [
    createRoute({
      getParentRoute: () => room,
      path: "/interviews/$interviewId",
      component: lazyRouteComponent(() => import("./console-page.tsx"), "ConsolePage"),
    }),
  ],
})
