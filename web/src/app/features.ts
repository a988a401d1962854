import type { AnyRoute } from "@tanstack/react-router"
import type { Account } from "./account.tsx"
import type { PaletteSearch } from "./palette/palette-entries.tsx"

/** The frames a route can hang under: with rail, bare, or signed in with the whole window (a page then brings its RoomShell). */
export type Frames = { shell: AnyRoute; bare: AnyRoute; room: AnyRoute }

/** The routes of one feature, by frame. */
export type FeatureRoutes = (frames: Frames) => Partial<Record<keyof Frames, AnyRoute[]>>

/** What a `features/<noun>/routes.tsx` exports. */
export type FeatureModule = {
  routes: FeatureRoutes
  /** Finds this feature's things for the palette, for whoever is signed in. */
  search?: (account: Account) => PaletteSearch
}

/** Every feature there is: each folder under features/ with a routes.tsx. */
export const features: ReadonlyArray<FeatureModule> = Object.values(
  import.meta.glob<FeatureModule>("../features/*/routes.tsx", { eager: true }),
)
