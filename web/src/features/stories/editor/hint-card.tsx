import type { Finding } from "@backfill/coach"
import { Button, cx } from "../../../ui/index.ts"
import { nameOf, sureness } from "./words.ts"

export type HintCardProps = {
  hint: Finding
  awake: boolean
  onWake: () => void
  /** Takes the person to the sentence. */
  onGo: () => void
  onSetAside: () => void
}

/** A question about one sentence: what would mend it, why it matters, and how sure the coach is. */
export function HintCard({ hint, awake, onWake, onGo, onSetAside }: HintCardProps) {
  return (
    <div onPointerEnter={onWake} onFocus={onWake}>
      <button
        type="button"
        data-question={hint.id}
        title="Go to the sentence"
        className={cx(
          "block w-full cursor-pointer text-left transition-colors",
          awake ? "text-ink" : "text-ink-2",
        )}
        onClick={onGo}
      >
        {hint.question}
      </button>
      <p className={cx("mt-1 text-small", awake ? "text-ink-2" : "text-ink-3")}>{hint.message}</p>
      <p className="mt-0.5 flex flex-wrap items-baseline justify-between gap-x-4 text-small text-ink-3">
        <span>
          {nameOf(hint.id)}, {sureness(hint.id, hint.confidence)}
        </span>
        <Button
          keys={awake ? "d" : undefined}
          className="min-h-6! gap-2! text-ink-2! pointer-coarse:min-h-11!"
          onClick={onSetAside}
        >
          Set aside
        </Button>
      </p>
    </div>
  )
}
