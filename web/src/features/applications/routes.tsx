import { createRoute } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"
import { ApplicationPage } from "./application-page.tsx"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/applications/$applicationId",
      component: ApplicationPage,
    }),
  ],
})
