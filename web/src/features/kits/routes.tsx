import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { KitPage } from "./kit-page.tsx"
import { KitsPage } from "./kits-page.tsx"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({ getParentRoute: () => shell, path: "/kits", component: KitsPage }),
    createRoute({ getParentRoute: () => shell, path: "/kits/$kitId", component: KitPage }),
  ],
})
