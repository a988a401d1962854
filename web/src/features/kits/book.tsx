import { type Kit, LEVELS, type Level } from "@backfill/core"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react"
import { useAccount, useKeys } from "../../app/index.ts"
import { Button, Dialog } from "../../ui/index.ts"
import { addressOf, BookLink, BookProvider, type BookState, type Source } from "./book-context.tsx"
import { ContentsList } from "./contents-list.tsx"
import { hires, looksAfterKits } from "./kit-roles.ts"
import "./kits.css"
import { LevelSwitch } from "./level-switch.tsx"
import { type BookPage, contents, FIRST_PAGE, neighbours, pagesOf } from "./pages.ts"
import { type Hit, search } from "./search.ts"
import { SearchField } from "./search-field.tsx"
import { indexKit } from "./search-index.ts"
import { SearchResults } from "./search-results.tsx"
import { useFlags } from "./use-flags.ts"
import { useFoundWords } from "./use-found-words.ts"
import { useKeepPlace } from "./use-keep-place.ts"

type BookProps = {
  kit: Kit
  source: Source
  /** The level to begin with, when the address names none. */
  level?: Level
  /** Where this is: the line above, before the kit's own name. */
  over: ReactNode
  /** Said under that line on every page: that the kit on disk is another by now. */
  notice?: ReactNode
  /** Pages besides the kit's own. */
  extra?: ReadonlyArray<BookPage & { note?: string }>
  /** The page at an address, of the kit or besides it. */
  page: (at: string) => ReactNode
}

/** A kit as a book: contents and search at the left, one page at a time, the level on top of it. */
export function Book({ kit, source, level: first = "senior", over, notice, extra = [], page }: BookProps) {
  const navigate = useNavigate()
  const account = useAccount()
  const asked: { at?: unknown; level?: unknown; q?: unknown } = useSearch({ strict: false })
  const at = typeof asked.at === "string" ? asked.at : FIRST_PAGE
  const level = LEVELS.find((each) => each === asked.level) ?? first
  const q = typeof asked.q === "string" ? asked.q : ""
  const chapters = useMemo(() => contents(kit), [kit])
  const index = useMemo(() => indexKit(kit, chapters), [kit, chapters])
  const panel = hires(account)
  const flags = useFlags(kit.id, panel)
  const author = looksAfterKits(account)

  const [searching, setSearching] = useState(q !== "" && asked.at === undefined)
  const [active, setActive] = useState(0)
  const [listOpen, setListOpen] = useState(false)
  const hits = useMemo(() => (searching ? search(index, q) : []), [searching, index, q])
  const field = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const listId = useId()
  useFoundWords(body, searching ? "" : q, `${at} ${level}`)
  const keepPlace = useKeepPlace(level)

  const go = (next: { at?: string; level?: Level; q?: string; part?: string }, stay = false) => {
    const { part, ...place } = next
    const to = { at, level, q, ...place }
    void navigate({
      ...addressOf(source, { at: to.at, level: to.level, ...(to.q ? { q: to.q } : {}) }),
      hash: part || undefined,
      replace: stay,
      resetScroll: !stay,
    })
  }
  const setLevel = (next: Level) => {
    keepPlace()
    go({ level: next }, true)
  }
  const openHit = (hit: Hit | undefined) => {
    if (!hit) return
    setSearching(false)
    setListOpen(false)
    go({ at: hit.at, part: hit.part, ...(hit.level ? { level: hit.level } : {}) })
  }
  const leaveSearch = () => {
    setSearching(false)
    field.current?.blur()
    go({ q: "" }, true)
  }
  const { before, after } = neighbours(chapters, at)
  useKeys(
    {
      "/": { label: "Search this kit", run: () => field.current?.focus() },
      n: { label: "Next page", run: () => after && go({ at: after.at, q: "" }) },
      p: { label: "Page before", run: () => before && go({ at: before.at, q: "" }) },
      ...Object.fromEntries(
        LEVELS.map((each, place) => [
          String(place + 1),
          { label: `Read at ${each}`, run: () => setLevel(each) },
        ]),
      ),
    },
    "This kit",
  )

  const turned = useRef(at)
  useEffect(() => {
    if (turned.current === at) return
    turned.current = at
    setSearching(false)
    setListOpen(false)
    body.current?.querySelector<HTMLElement>("[data-book-title]")?.focus({ preventScroll: true })
  }, [at])

  const state: BookState = { kit, source, chapters, at, level, panel, author, flags }
  const openFlags = flags.filter((flag) => flag.state === "open").length
  const extras = [
    ...extra,
    ...(openFlags > 0 || (flags.length > 0 && !author)
      ? [{ at: "flags", title: author ? "Flags" : "Your flags", note: String(openFlags) }]
      : []),
  ]
  const title = [...pagesOf(chapters), ...extras].find((one) => one.at === at)?.title ?? kit.title
  const chapter = chapters.find((one) => pagesOf([one]).some((each) => each.at === at))?.title
  const results = <SearchResults id={listId} query={q} hits={hits} active={active} onOpen={openHit} />
  const searchField = (
    <SearchField
      field={field}
      value={q}
      open={searching}
      listId={listId}
      activeId={searching && hits.length > 0 ? `${listId}-${active}` : undefined}
      onOpen={() => setSearching(true)}
      onChange={(next) => {
        setActive(0)
        setSearching(true)
        go({ q: next }, true)
      }}
      onKey={(key) => {
        if (key === "escape") leaveSearch()
        else if (key === "enter") openHit(hits[active])
        else setActive(Math.max(0, Math.min(hits.length - 1, active + (key === "down" ? 1 : -1))))
      }}
    />
  )
  return (
    <BookProvider value={state}>
      <title>{`${title} · ${kit.title} · Backfill`}</title>
      <div className="grid gap-x-12 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav
          aria-label="Contents"
          className="sticky top-0 -mt-6 -mb-16 flex h-dvh flex-col border-r border-rule max-lg:hidden print:hidden"
        >
          <div className="pt-6 pr-5 pb-4">{!listOpen && searchField}</div>
          <div className="overflow-y-auto pr-5 pb-10">
            <ContentsList extra={extras} />
          </div>
        </nav>
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline gap-x-1 text-small text-ink-2 print:hidden">
            {over}
            <span aria-hidden="true">/</span>
            <BookLink at={FIRST_PAGE}>
              {kit.title} {kit.version}
            </BookLink>
          </div>
          {notice && <div className="mt-1 print:hidden">{notice}</div>}
          <div className="sticky top-0 z-10 -mx-5 mb-6 flex items-center justify-between gap-4 border-b border-rule bg-paper px-5 pt-1 max-lg:px-5 sm:-mx-8 sm:px-8 lg:mx-0 lg:px-0 print:hidden">
            <Button className="lg:hidden" onClick={() => setListOpen(true)}>
              Contents
            </Button>
            <p className="truncate max-lg:hidden">
              {searching ? (
                "Search"
              ) : at.startsWith("question/") ? (
                <b className="font-semibold">{title}</b>
              ) : (
                (chapter ?? title)
              )}
            </p>
            <LevelSwitch value={level} onChange={setLevel} />
          </div>
          {q !== "" && !searching && (
            <p className="mb-6 flex flex-wrap items-center gap-x-5 bg-sunk px-3 text-small text-ink-2 print:hidden">
              Marked here: “{q}”
              <Button className="text-small" onClick={() => setSearching(true)}>
                All results
              </Button>
              <Button className="text-small" onClick={leaveSearch}>
                Clear
              </Button>
            </p>
          )}
          <div ref={body} data-kit="" className="kit-sheet">
            {searching && !listOpen ? results : page(at)}
          </div>
          {!searching && (before || after) && (
            <nav
              aria-label="Pages"
              className="mt-14 flex justify-between gap-6 border-t border-rule pt-3 print:hidden"
            >
              <span>{before && <BookLink at={before.at}>← {before.title}</BookLink>}</span>
              <span className="text-right">
                {after && <BookLink at={after.at}>{after.title} →</BookLink>}
              </span>
            </nav>
          )}
        </div>
      </div>
      <Dialog open={listOpen} onOpenChange={setListOpen} title="Contents">
        <div className="grid gap-5">
          {listOpen && searchField}
          {searching && q !== "" ? results : <ContentsList extra={extras} />}
        </div>
      </Dialog>
    </BookProvider>
  )
}
