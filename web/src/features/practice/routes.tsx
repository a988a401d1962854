import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell, room }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/home",
      component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/questions",
      component: lazyRouteComponent(() => import("./questions-page.tsx"), "QuestionsPage"),
    }),
  ],
  room: [
    createRoute({
      getParentRoute: () => room,
      path: "/practice/$attemptId",
      component: lazyRouteComponent(() => import("./attempt-page.tsx"), "AttemptPage"),
    }),
  ],
})
