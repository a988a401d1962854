import { Link, useLocation } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { OnSiteLine } from "../../features/readiness/on-site-line.tsx"
import { cx, Kbd, Mark, ThemeToggle } from "../../ui/index.ts"
import { type Account, type World, worldsOf } from "../account.tsx"
import { type SectionEntry, sectionAt, sectionsFor, worldNames } from "./sections.ts"

/** The way around: the worlds the account has, then what belongs to both. */
export function Rail({ account, onLeave }: { account: Account; onLeave?: () => void }) {
  const worlds = worldsOf(account)
  const entries = sectionsFor(account)
  const shared = entries.filter((entry) => entry.world === undefined)
  return (
    <div className="flex min-h-full flex-col">
      <div className="pt-5">
        <Brand />
      </div>
      <nav aria-label="Sections" className="mt-6 grid">
        {worlds.map((world) => (
          <WorldList
            key={world}
            world={world}
            entries={entries.filter((entry) => entry.world === world)}
            onLeave={onLeave}
          />
        ))}
        <RailList entries={shared} onLeave={onLeave} />
      </nav>
      <div className="mt-auto grid gap-2 px-5 pt-10 pb-5">
        {worlds.includes("practise") && <OnSiteLine />}
        <p className="truncate text-small text-ink-2">{account.name}</p>
        <ThemeToggle />
      </div>
    </div>
  )
}

/** The mark and the name. */
export function Brand() {
  return (
    <Link to="/" className="flex w-fit items-center gap-2.5 px-5">
      <Mark />
      <span className="font-serif text-[1.125rem]/6 font-semibold">Backfill</span>
    </Link>
  )
}

function WorldList({
  world,
  entries,
  onLeave,
}: {
  world: World
  entries: SectionEntry[]
  onLeave?: () => void
}) {
  return (
    <div className="mb-4 border-b border-rule pb-4">
      <p className="px-5 pb-1 text-small text-ink-2">{worldNames[world]}</p>
      <RailList entries={entries} onLeave={onLeave} />
    </div>
  )
}

function RailList({ entries, onLeave }: { entries: SectionEntry[]; onLeave?: () => void }): ReactNode {
  const here = sectionAt(useLocation().pathname)
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link
            to={entry.to}
            onClick={onLeave}
            className={cx(
              "group relative flex min-h-8 items-center justify-between px-5 hover:text-ink pointer-coarse:min-h-11",
              entry.to === here?.to
                ? "font-semibold before:absolute before:left-2 before:h-3.5 before:w-1 before:bg-accent"
                : "text-ink-2",
            )}
          >
            {entry.label}
            <span aria-hidden="true" className="pointer-coarse:hidden">
              <Kbd keys={`g ${entry.key}`} look="bare" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
