import { createRoute } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { FeatureRoutes } from "../../app/index.ts"
import { ApplyPage } from "./apply-page.tsx"
import { JobPage } from "./job-page.tsx"
import { JobsPage } from "./jobs-page.tsx"
import { LinkPage } from "./link-page.tsx"

/** What anyone may see: roles, one role, and the form to apply with. */
export const routes: FeatureRoutes = ({ bare }) => {
  const page = (path: string, component: () => ReactNode) =>
    createRoute({ getParentRoute: () => bare, path, component })
  return {
    bare: [
      page("/jobs", JobsPage),
      page("/jobs/$slug", JobPage),
      page("/jobs/$slug/apply", ApplyPage),
      page("/jobs/$slug/link", LinkPage),
    ],
  }
}
