import type { Board, BoardCard } from "@backfill/contract"
import { useState } from "react"
import { Button } from "../../ui/index.ts"
import { ageInWords } from "./age.ts"
import { CardLine } from "./board-card.tsx"

const atOnce = 40

/** The stages side by side; on a narrow window they scroll sideways. */
export function BoardColumns({
  board,
  now,
  keep,
}: {
  board: Board
  now: number
  keep: (card: BoardCard) => boolean
}) {
  return (
    <section
      aria-label="Applications by stage"
      tabIndex={0}
      className="-mx-5 overflow-x-auto px-5 pb-4 focus-visible:-outline-offset-2 sm:-mx-8 sm:px-8"
    >
      <div className="grid auto-cols-[minmax(13.5rem,1fr)] grid-flow-col gap-x-8">
        {board.columns.map((column) => (
          <Stage
            key={column.stageIndex}
            title={column.title}
            count={column.count}
            under={column.oldestSince ? `oldest ${ageInWords(column.oldestSince, now)}` : "nobody here"}
            cards={column.cards.filter(keep)}
            now={now}
          />
        ))}
        {board.ended.count > 0 && (
          <Stage
            title="Ended"
            count={board.ended.count}
            under="decided, withdrawn or erased"
            cards={board.ended.cards.filter(keep)}
            now={now}
            quiet
          />
        )}
      </div>
    </section>
  )
}

type StageProps = {
  title: string
  count: number
  under: string
  cards: BoardCard[]
  now: number
  quiet?: boolean
}

function Stage({ title, count, under, cards, now, quiet = false }: StageProps) {
  const [shown, setShown] = useState(quiet ? 8 : atOnce)
  const hidden = cards.length - shown
  return (
    <section aria-label={`${title}, ${count}`} className="min-w-0">
      <div className={`border-b pb-2 ${quiet ? "border-rule" : "border-rule-strong"}`}>
        <h2 className="flex items-baseline justify-between gap-3">
          <span className={quiet ? "text-ink-2" : "font-semibold"}>{title}</span>
          <span className="text-read">{count}</span>
        </h2>
        <p className="text-small text-ink-2">{under}</p>
      </div>
      <ul>
        {cards.slice(0, shown).map((card) => (
          <CardLine key={card.applicationId} card={card} now={now} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button className="text-small" onClick={() => setShown(shown + atOnce)}>
          Show {Math.min(hidden, atOnce)} more of {hidden}
        </Button>
      )}
    </section>
  )
}
