import { createRoute, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

/** What anyone may see: roles, one role, and the form to apply with. */
export const routes: FeatureRoutes = ({ bare }) => {
  const page = (path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => bare, path, component })
  return {
    bare: [
      page(
        "/jobs",
        lazyRouteComponent(() => import("./jobs-page.tsx"), "JobsPage"),
      ),
      page(
        "/jobs/$slug",
        lazyRouteComponent(() => import("./job-page.tsx"), "JobPage"),
      ),
      page(
        "/jobs/$slug/apply",
        lazyRouteComponent(() => import("./apply-page.tsx"), "ApplyPage"),
      ),
      page(
        "/jobs/$slug/link",
        lazyRouteComponent(() => import("./link-page.tsx"), "LinkPage"),
      ),
    ],
  }
}
