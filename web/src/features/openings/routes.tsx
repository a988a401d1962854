import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { Account } from "../../app/index.ts"
import type { FeatureRoutes, PaletteSearch } from "../../app/index.ts"
import { client } from "../../app/client.ts"

export const routes: FeatureRoutes = ({ shell }) => ({
  shell: [
    createRoute({
      getParentRoute: () => shell,
      path: "/openings",
      component: lazyRouteComponent(() => import("./openings-page.tsx"), "OpeningsPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/openings/new",
      component: lazyRouteComponent(() => import("./new-opening-page.tsx"), "NewOpeningPage"),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: "/openings/$openingId",
      component: lazyRouteComponent(() => import("./opening-page.tsx"), "OpeningPage"),
    }),
  ],
})

/** Openings by title, for the palette of those who hire. */
export const search = (account: Account): PaletteSearch => {
  const hires = account.roles.some((role) => role !== "member")
  return async (query, signal) => {
    if (!hires) return []
    const { items } = await client.openings.list({ signal })
    return items
      .filter((opening) => opening.title.toLowerCase().includes(query.toLowerCase()))
      .map((opening) => ({
        id: `opening/${opening.id}`,
        label: opening.title,
        kind: "Opening",
        // The router listens to pushState, so this changes the page without loading it anew.
        run: () => window.history.pushState({}, "", `/openings/${opening.id}`),
      }))
  }
}
