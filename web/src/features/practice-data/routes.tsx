import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/your-practice",
      component: lazyRouteComponent(() => import("./your-practice-page.tsx"), "YourPracticePage"),
    }),
  ],
})
