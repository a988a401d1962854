import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/kits",
      component: lazyRouteComponent(() => import("./kits-page.tsx"), "KitsPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/kits/$kitId",
      component: lazyRouteComponent(() => import("./kit-page.tsx"), "KitPage"),
    }),
  ],
})
