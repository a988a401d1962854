import { Button } from "../../../ui/index.ts"
import type { Dismissed } from "./hints.ts"
import { nameOf } from "./words.ts"

const SHOWN = 140

/** What was set aside, folded, each with its reason and the way back. */
export function SetAsideList({
  dismissed,
  onRestore,
}: {
  dismissed: readonly Dismissed[]
  onRestore: (finding: string, quote: string) => void
}) {
  if (dismissed.length === 0) return null
  return (
    <details className="border-t border-rule pt-2">
      <summary className="cursor-pointer py-1.5 text-ink-2 marker:text-ink-3">
        {dismissed.length === 1 ? "One question" : `${dismissed.length} questions`} set aside
      </summary>
      <ul>
        {dismissed.map(({ finding, quote, reason }) => (
          <li
            key={`${finding} ${quote}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2"
          >
            <div className="grid min-w-0 flex-1 basis-60 gap-0.5 [overflow-wrap:anywhere]">
              <span>{nameOf(finding)}</span>
              <q className="font-serif text-ink-2">
                {quote.length > SHOWN ? `${quote.slice(0, SHOWN).trimEnd()}…` : quote}
              </q>
              <span className="text-small text-ink-3">{reason}</span>
            </div>
            <Button aria-label={`Ask again: ${nameOf(finding)}`} onClick={() => onRestore(finding, quote)}>
              Ask again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
