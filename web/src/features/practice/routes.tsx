import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { AttemptPage } from "./attempt-page.tsx"
import { HomePage } from "./home-page.tsx"

export const routes: FeatureRoutes = ({ shell, room }) => ({
  shell: [createRoute({ getParentRoute: () => shell, path: "/home", component: HomePage })],
  room: [createRoute({ getParentRoute: () => room, path: "/practice/$attemptId", component: AttemptPage })],
})
