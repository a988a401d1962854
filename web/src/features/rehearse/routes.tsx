import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell, room }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/rehearse",
      component: lazyRouteComponent(() => import("./start-page.tsx"), "StartPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/rehearse/takes",
      component: lazyRouteComponent(() => import("./takes-page.tsx"), "TakesPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/rehearse/$recordingId",
      component: lazyRouteComponent(() => import("./rehearsal-page.tsx"), "RehearsalPage"),
    }),
  ],
  room: [
    createRoute({
      getParentRoute: () => room,
      path: "/rehearse/tell",
      component: lazyRouteComponent(() => import("./tell-page.tsx"), "TellPage"),
    }),
  ],
})
