import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/settings",
      component: lazyRouteComponent(() => import("./settings-page.tsx"), "SettingsPage"),
    }),
  ],
})
