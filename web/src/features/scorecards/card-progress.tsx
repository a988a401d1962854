import { cx } from "../../ui/index.ts"
import { type CardDraft, type CardProblem, isDone } from "./card-draft.ts"
import type { Judged } from "./judged.ts"

type CardProgressProps = {
  items: ReadonlyArray<Judged>
  draft: CardDraft
  problems: ReadonlyArray<CardProblem>
  at: number
  onGo: (at: number) => void
}

/** Every item of the card with where it stands, the verdict last; pressing one goes there. */
export function CardProgress({ items, draft, problems, at, onGo }: CardProgressProps) {
  const verdict = draft.recommendation !== null && draft.reason.trim() !== ""
  const steps = [
    ...items.map((item) => {
      const entry = draft.entries[item.id]
      const score = typeof entry?.score === "number" ? String(entry.score) : entry?.score === "not" ? "–" : ""
      return {
        id: item.id,
        label: item.title,
        mark: score,
        done: isDone(entry),
        wrong: problems.some(({ itemId }) => itemId === item.id),
      }
    }),
    {
      id: "verdict",
      label: "Overall",
      mark: verdict ? "✓" : "",
      done: verdict,
      wrong: problems.some(({ itemId }) => itemId === undefined),
    },
  ]
  return (
    <nav aria-label="Items of the card">
      <ol className="flex flex-wrap gap-x-1 gap-y-1">
        {steps.map((step, index) => (
          <li key={step.id} className="min-w-0">
            <button
              type="button"
              aria-current={index === at ? "step" : undefined}
              onClick={() => onGo(index)}
              className={cx(
                "flex min-h-(--control) max-w-full cursor-pointer items-center gap-2 border-b-2 pr-4 text-left hover:text-ink",
                index === at ? "border-accent font-semibold text-ink" : "border-rule text-ink-2",
              )}
            >
              <span
                className={cx(
                  "grid size-5 shrink-0 place-items-center rounded-control font-mono text-small",
                  step.done ? "bg-wash text-ink" : "border border-rule",
                )}
              >
                {step.mark}
              </span>
              <span className="truncate">{step.label}</span>
              {step.wrong && <span className="text-small font-medium text-warn">missing</span>}
              <span className="sr-only">{step.done ? "done" : "open"}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
