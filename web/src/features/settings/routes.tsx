import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { SettingsPage } from "./settings-page.tsx"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [createRoute({ getParentRoute: () => shell, path: "/settings", component: SettingsPage })],
})
