import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** One's own card of an interview. */
export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/interviews/$interviewId/scorecard",
      component: lazyRouteComponent(() => import("./scorecard-page.tsx"), "ScorecardPage"),
    }),
  ],
})
