import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { FeatureRoutes } from "../../app/index.ts"

export const routes: FeatureRoutes = ({ shell }) => {
  const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => shell, path, component })
  return {
    shell: [
      page(
        "/kits",
        lazyRouteComponent(() => import("./kits-page.tsx"), "KitsPage"),
      ),
      page(
        "/kits/$kitId",
        lazyRouteComponent(() => import("./kit-page.tsx"), "KitPage"),
      ),
      page(
        "/kits/$kitId/booklet",
        lazyRouteComponent(() => import("./booklet-page.tsx"), "KitBookletPage"),
      ),
      page(
        "/openings/$openingId/kit",
        lazyRouteComponent(() => import("./pinned-page.tsx"), "PinnedPage"),
      ),
      page(
        "/openings/$openingId/kit/booklet",
        lazyRouteComponent(() => import("./booklet-page.tsx"), "PinnedBookletPage"),
      ),
    ],
  }
}
