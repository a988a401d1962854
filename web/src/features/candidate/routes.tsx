import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { CandidatePage } from "./candidate-page.tsx"
import { ExercisePage } from "./exercise-page.tsx"

/** What a candidate opens with their link. */
export const routes: FeatureRoutes = ({ bare }) => ({
  bare: [
    createRoute({ getParentRoute: () => bare, path: "/c", component: CandidatePage }),
    createRoute({ getParentRoute: () => bare, path: "/c/exercises/$attemptId", component: ExercisePage }),
  ],
})
