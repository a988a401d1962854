import type { Anchors } from "@backfill/core"
import { cx } from "../../ui/index.ts"
import { SCORES } from "./calibration.ts"

const words: Partial<Record<number, string>> = { 1: "below", 3: "meets", 5: "exceeds" }
/** Written out, so that the classes are found; a step's shade is darker the higher it stands. */
const shades: Record<number, string> = {
  1: "bg-step-1 text-on-step-low",
  2: "bg-step-2 text-on-step-low",
  3: "bg-step-3 text-on-step-low",
  4: "bg-step-4 text-on-step-high",
  5: "bg-step-5 text-on-step-high",
}

/** Five anchors along one scale, side by side where there is room, so that one step can be held against the next. */
export function AnchorScale({ anchors }: { anchors: Anchors }) {
  return (
    <div className="@container">
      <ol className="grid @3xl:grid-cols-5 print:grid-cols-1">
        {SCORES.map((score) => (
          <li
            key={score}
            className="relative flex gap-4 pb-4 last:pb-0 @3xl:flex-col @3xl:gap-2.5 @3xl:pr-5 @3xl:pb-0 print:flex-row print:gap-4 print:pb-1.5"
          >
            <span
              aria-hidden="true"
              className={cx(
                "absolute bg-rule @max-3xl:top-3 @max-3xl:bottom-0 @max-3xl:left-3 @max-3xl:w-px @3xl:top-3 @3xl:right-0 @3xl:left-3 @3xl:h-px print:hidden",
                score === 5 && "hidden",
              )}
            />
            <span className="relative flex shrink-0 items-baseline gap-2 @max-3xl:w-6">
              <Step score={score} />
              {words[score] && (
                <span className="bg-paper pr-2 text-small text-ink-2 @max-3xl:sr-only print:sr-only">
                  {words[score]}
                </span>
              )}
            </span>
            <span className="read text-[1rem]/6">{anchors[score]}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A score in the shade of its step. */
export function Step({ score }: { score: number }) {
  return (
    <span
      className={cx(
        "grid size-6 shrink-0 place-items-center rounded-full text-small font-semibold print:border print:border-edge print:bg-transparent print:text-ink",
        shades[score],
      )}
    >
      {score}
    </span>
  )
}
