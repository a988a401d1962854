import { useEffect, useRef } from "react"
import { cx } from "../../ui/index.ts"
import type { Hit, Piece } from "./search.ts"

type SearchResultsProps = {
  id: string
  query: string
  hits: ReadonlyArray<Hit>
  /** The one stepped to. */
  active: number
  onOpen: (hit: Hit) => void
}

/** Pages that hold all the words, each with the passage that says it. */
export function SearchResults({ id, query, hits, active, onOpen }: SearchResultsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" })
  }, [active])
  return (
    <section aria-label="Found" className="max-w-2xl">
      <p role="status" className="mb-3 border-b border-rule-strong pb-2 text-ink-2">
        {found(hits.length, query)}
      </p>
      <div ref={list} id={id} role="listbox" aria-label="Pages found">
        {hits.map((hit, at) => (
          <div
            key={hit.at}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            onClick={() => onOpen(hit)}
            className={cx(
              "grid cursor-pointer scroll-my-24 gap-0.5 border-b border-rule py-2.5",
              at === active
                ? "bg-wash shadow-[-12px_0_var(--color-wash),12px_0_var(--color-wash)]"
                : "hover:bg-sunk",
            )}
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-semibold">
                <Pieces pieces={hit.title} />
              </span>
              <span className="text-small text-ink-2">
                {hit.where}
                {hit.level && `, at ${hit.level}`}
              </span>
            </span>
            <span className="read text-[1rem]/6 text-ink-2">
              <Pieces pieces={hit.excerpt} />
            </span>
          </div>
        ))}
      </div>
    </section>
  )
}

function found(count: number, query: string): string {
  if (query.trim() === "")
    return "Type a word: every question, anchor, sign, sample, exercise and guide is searched."
  if (count === 0) return "No page holds all of these words. Try fewer, or the beginning of one."
  return count === 1 ? "On one page" : `On ${count} pages`
}

function Pieces({ pieces }: { pieces: ReadonlyArray<Piece> }) {
  return pieces.map(({ text, found }, at) =>
    found ? (
      <mark key={at} className="bg-[light-dark(#f2dfa0,#5c4a12)] text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
