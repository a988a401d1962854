import type { Board, BoardCard } from "@backfill/contract"
import { useState } from "react"
import { Button } from "../../ui/index.ts"
import { ageInWords } from "./age.ts"
import { CardLine } from "./board-card.tsx"

const atOnce = 40

export type BoardColumnsProps = { board: Board; now: number; keep: (card: BoardCard) => boolean }

/** The stages side by side, scrolling sideways on a narrow window; below them what has ended. */
export function BoardColumns({ board, now, keep }: BoardColumnsProps) {
  return (
    <>
      <section
        aria-label="Applications by stage"
        tabIndex={0}
        className="-mx-5 overflow-x-auto px-5 pb-4 focus-visible:-outline-offset-2 sm:-mx-8 sm:px-8"
      >
        <div className="grid gap-x-5 gap-y-8 sm:auto-cols-[minmax(10.75rem,1fr)] sm:grid-flow-col">
          {board.columns.map((column) => (
            <section
              key={column.stageIndex}
              aria-label={`${column.title}, ${column.count}`}
              className="min-w-0"
            >
              <div className="border-b border-rule-strong pb-2">
                <h2 className="flex items-baseline justify-between gap-3">
                  <span className="font-semibold">{column.title}</span>
                  <span className="text-read">{column.count}</span>
                </h2>
                <p className="text-small text-ink-2">
                  {column.oldestSince ? `oldest: ${ageInWords(column.oldestSince, now)}` : "nobody here"}
                </p>
              </div>
              <Cards cards={column.cards.filter(keep)} now={now} first={atOnce} />
            </section>
          ))}
        </div>
      </section>
      {board.ended.count > 0 && (
        <section aria-label={`Ended, ${board.ended.count}`} className="mt-8">
          <h2 className="flex items-baseline gap-3 border-b border-rule pb-2">
            Ended <span className="text-ink-2">{board.ended.count}</span>
          </h2>
          <Cards cards={board.ended.cards.filter(keep)} now={now} first={8} wide />
        </section>
      )}
    </>
  )
}

type CardsProps = { cards: ReadonlyArray<BoardCard>; now: number; first: number; wide?: boolean }

function Cards({ cards, now, first, wide = false }: CardsProps) {
  const [shown, setShown] = useState(first)
  const hidden = cards.length - shown
  return (
    <>
      <ul className={wide ? "grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4" : undefined}>
        {cards.slice(0, shown).map((card) => (
          <CardLine key={card.applicationId} card={card} now={now} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button className="text-small" onClick={() => setShown(shown + atOnce)}>
          Show {Math.min(hidden, atOnce)} more of {hidden}
        </Button>
      )}
    </>
  )
}
