import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** What a candidate opens with their link. */
export const routes: FeatureRoutes = ({ bare }) => ({
  bare: [
    createRoute({
      getParentRoute: () => bare,
      path: "/c",
      component: lazyRouteComponent(() => import("./candidate-page.tsx"), "CandidatePage"),
    }),
    createRoute({
      getParentRoute: () => bare,
      path: "/c/exercises/$attemptId",
      component: lazyRouteComponent(() => import("./exercise-page.tsx"), "ExercisePage"),
    }),
  ],
})
