import type { World } from "../account.tsx"

export type SectionEntry = {
  label: string
  to: string
  /** The letter after `g`. */
  key: string
  /** Undefined where it belongs to both worlds. */
  world?: World
}

/** The rail, top to bottom. */
export const sections: ReadonlyArray<SectionEntry> = [
  { label: "Home", to: "/home", key: "h", world: "practise" },
  { label: "Openings", to: "/openings", key: "o", world: "hire" },
  { label: "My interviews", to: "/interviews", key: "i", world: "hire" },
  { label: "Kits", to: "/kits", key: "k", world: "hire" },
  { label: "People", to: "/people", key: "p", world: "hire" },
  { label: "Settings", to: "/settings", key: ",", world: undefined },
]

export const worldNames: Record<World, string> = { practise: "Practise", hire: "Hire" }

/** What the account sees in its rail. */
export function sectionsFor(worlds: ReadonlyArray<World>): SectionEntry[] {
  return sections.filter((section) => section.world === undefined || worlds.includes(section.world))
}

/** Where someone lands who asked for nothing in particular. */
export function firstPlace(worlds: ReadonlyArray<World>): string {
  return sectionsFor(worlds)[0]?.to ?? "/settings"
}
