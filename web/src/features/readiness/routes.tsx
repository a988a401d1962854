import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/readiness",
      component: lazyRouteComponent(() => import("./readiness-page.tsx"), "ReadinessPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/readiness/$exerciseId",
      component: lazyRouteComponent(() => import("./exercise-page.tsx"), "ExercisePage"),
    }),
  ],
})
