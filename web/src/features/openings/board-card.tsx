import type { BoardCard } from "@backfill/contract"
import { Link } from "@tanstack/react-router"
import { ageInWords } from "./age.ts"

/** One application on the board: who, what is next, who is awaited and for how long. */
export function CardLine({ card, now }: { card: BoardCard; now: number }) {
  return (
    <li className="border-b border-rule">
      <Link
        to="/applications/$applicationId"
        params={{ applicationId: card.applicationId } as never}
        data-card=""
        className="group -mx-2 block px-2 py-2.5 hover:bg-sunk focus-visible:-outline-offset-2"
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate font-semibold group-hover:underline">
            {card.name}
            {card.blind && <span className="sr-only">, name hidden</span>}
          </span>
          <span className={`shrink-0 text-small ${card.overdue ? "font-semibold text-warn" : "text-ink-2"}`}>
            {card.overdue && "late, "}
            {ageInWords(card.since, now)}
          </span>
        </span>
        <span className="block text-ink-2">{card.nextStep}</span>
        {card.awaited.length > 0 && (
          <span className="block [overflow-wrap:anywhere] text-small text-ink-2">
            <span className="text-ink-3">waits for</span> {card.awaited.join(", ")}
          </span>
        )}
      </Link>
    </li>
  )
}
