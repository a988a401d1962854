import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** The debrief of one stage of an application, and its decision. */
export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/applications/$applicationId/stages/$stageIndex/debrief",
      component: lazyRouteComponent(() => import("./debrief-page.tsx"), "DebriefPage"),
    }),
  ],
})
