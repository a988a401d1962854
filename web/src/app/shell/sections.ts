import { type Account, type Role, type World, worldsOf } from "../account.tsx"

export type SectionEntry = {
  label: string
  to: string
  /** The letter after `g`. */
  key: string
  /** Undefined where it belongs to both worlds. */
  world?: World
  /** The world it stands in for those who haven’t got `world`. */
  otherwise?: World
  /** Who may open it; undefined where everyone of its world may. */
  roles?: ReadonlyArray<Role>
  /** Other paths that belong to it, by how they begin. */
  holds?: ReadonlyArray<string>
}

/** The rail, top to bottom. */
export const sections: ReadonlyArray<SectionEntry> = [
  { label: "Home", to: "/home", key: "h", world: "practise", holds: ["/practice/", "/your-practice"] },
  { label: "Stories", to: "/stories", key: "s", world: "practise" },
  { label: "Rehearse", to: "/rehearse", key: "e", world: "practise" },
  { label: "Questions", to: "/questions", key: "q", world: "practise" },
  { label: "Mock interviews", to: "/mocks", key: "m", world: "practise" },
  { label: "Readiness", to: "/readiness", key: "r", world: "practise" },
  { label: "Openings", to: "/openings", key: "o", world: "hire", holds: ["/applications/"] },
  { label: "My interviews", to: "/interviews", key: "i", world: "hire", holds: ["/screens"] },
  { label: "Kits", to: "/kits", key: "k", world: "hire", otherwise: "practise" },
  {
    label: "People",
    to: "/people",
    key: "p",
    world: "hire",
    roles: ["owner", "recruiter", "hiring-manager"],
  },
  { label: "Settings", to: "/settings", key: ",", world: undefined },
]

export const worldNames: Record<World, string> = { practise: "Practise", hire: "Hire" }

type Roles = Pick<Account, "roles">

/** What the account sees in its rail: nothing it would be refused. */
export function sectionsFor(account: Roles): SectionEntry[] {
  const worlds = worldsOf(account)
  return sections
    .map((section) => ({ ...section, world: worldOf(section, worlds) }))
    .filter(
      ({ world, roles }) =>
        (world === undefined || worlds.includes(world)) &&
        (roles === undefined || account.roles.some((role) => roles.includes(role))),
    )
}

function worldOf({ world, otherwise }: SectionEntry, worlds: readonly World[]): World | undefined {
  return otherwise !== undefined && world !== undefined && !worlds.includes(world) ? otherwise : world
}

/** The section that a path belongs to; undefined for a place outside all of them. */
export function sectionAt(path: string): SectionEntry | undefined {
  return sections.find(
    ({ to, holds = [] }) =>
      path === to || path.startsWith(`${to}/`) || holds.some((start) => path.startsWith(start)),
  )
}

/** Where someone lands who asked for nothing in particular. */
export function firstPlace(account: Roles): string {
  return sectionsFor(account)[0]?.to ?? "/settings"
}
