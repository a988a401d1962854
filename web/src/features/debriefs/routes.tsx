import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { DebriefPage } from "./debrief-page.tsx"

/** The debrief of one stage of an application, and its decision. */
export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/applications/$applicationId/stages/$stageIndex/debrief",
      component: DebriefPage,
    }),
  ],
})
