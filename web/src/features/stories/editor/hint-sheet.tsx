import type { Finding } from "@backfill/coach"
import { useState } from "react"
import { Button } from "../../../ui/index.ts"
import { HintCard } from "./hint-card.tsx"

export type HintSheetProps = {
  /** The most important first. */
  hints: readonly Finding[]
  awake: string | undefined
  onWake: (id: string) => void
  /** On to another question and its sentence. */
  onNext: (id: string) => void
  onGo: (hint: Finding) => void
  onSetAside: (hint: Finding) => void
}

/** The hints where there is no margin: a sheet at the foot of the window, one question at a time. */
export function HintSheet({ hints, awake, onWake, onNext, onGo, onSetAside }: HintSheetProps) {
  const [open, setOpen] = useState(true)
  const at = Math.max(
    0,
    hints.findIndex(({ id }) => id === awake),
  )
  const hint = hints[at]
  if (!hint) return null
  const next = hints[(at + 1) % hints.length]
  return (
    <section
      aria-label="Questions about this draft"
      className="sticky bottom-0 z-10 -mx-5 border-t border-rule-strong bg-sheet px-5 py-2 sm:-mx-8 sm:px-8"
    >
      <div className="flex items-center justify-between gap-4 text-small text-ink-2">
        <span>
          Question {at + 1} of {hints.length}
        </span>
        <span className="flex gap-5">
          {next && next !== hint && (
            <Button
              onClick={() => {
                setOpen(true)
                onNext(next.id)
              }}
            >
              Next
            </Button>
          )}
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Fold away" : "Show"}
          </Button>
        </span>
      </div>
      {open && (
        <div className="max-h-[45dvh] overflow-y-auto pb-2">
          <HintCard
            key={hint.id}
            hint={hint}
            awake
            onWake={() => onWake(hint.id)}
            onGo={() => onGo(hint)}
            onSetAside={() => onSetAside(hint)}
          />
        </div>
      )}
    </section>
  )
}
