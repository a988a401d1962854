import type { Flag } from "@backfill/contract"
import type { Kit, Level } from "@backfill/core"
import { Link as RouterLink } from "@tanstack/react-router"
import { createContext, type ReactNode, useContext } from "react"
import { cx } from "../../ui/index.ts"
import type { Chapter } from "./pages.ts"

/** Which kit lies open: one on disk, or the one an opening has pinned. */
export type Source = { kind: "kit"; kitId: string } | { kind: "opening"; openingId: string }

/** What the address holds besides the kit: the page, the level, the words looked for. */
export type Place = { at: string; level: Level; q?: string }

/** What every page of the book may know and do. */
export type BookState = Place & {
  kit: Kit
  source: Source
  chapters: ReadonlyArray<Chapter>
  /** Reads as a panel does, so flags can be made and panel parts are there. */
  panel: boolean
  /** Looks after kits: sees everybody's flags. */
  author: boolean
  flags: ReadonlyArray<Flag>
}

const Context = createContext<BookState | undefined>(undefined)
export const BookProvider = Context.Provider

export function useBook(): BookState {
  const book = useContext(Context)
  if (!book) throw new Error("A page of a kit needs a book around it")
  return book
}

/** Where a page of a kit lies, for the router. */
export function addressOf(source: Source, place: Partial<Place>) {
  const search = place as never
  return source.kind === "kit"
    ? { to: "/kits/$kitId", params: { kitId: source.kitId } as never, search }
    : { to: "/openings/$openingId/kit", params: { openingId: source.openingId } as never, search }
}

type BookLinkProps = {
  at: string
  /** A part of the page to go to at once. */
  part?: string
  level?: Level
  /** Goes on marking these words; else none are. */
  q?: string
  look?: "accent" | "ink"
  current?: boolean
  className?: string
  children: ReactNode
}

/** Leads to another page of the same kit at the level that is chosen. */
export function BookLink({
  at,
  part,
  level,
  q,
  look = "accent",
  current,
  className,
  children,
}: BookLinkProps) {
  const book = useBook()
  return (
    <RouterLink
      {...addressOf(book.source, { at, level: level ?? book.level, ...(q ? { q } : {}) })}
      hash={part || undefined}
      aria-current={current ? "page" : undefined}
      className={cx(
        look === "accent" ? "word-link" : "decoration-edge decoration-1 underline-offset-4 hover:underline",
        className,
      )}
    >
      {children}
    </RouterLink>
  )
}
