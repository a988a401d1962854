import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { ScorecardPage } from "./scorecard-page.tsx"

/** One's own card of an interview. */
export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/interviews/$interviewId/scorecard",
      component: ScorecardPage,
    }),
  ],
})
