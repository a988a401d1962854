import { useRef, useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, clockFigures } from "../../ui/index.ts"
import { SetAsideDialog } from "../stories/editor/set-aside-dialog.tsx"
import { SetAsideList } from "../stories/editor/set-aside-list.tsx"
import { nameOf, sureness } from "../stories/editor/words.ts"
import type { NotesInHand } from "./use-notes.ts"
import type { Player } from "./use-player.ts"
import type { TranscriptReading } from "./use-transcript-reading.ts"

/** The longest words that are kept with a question set aside. */
const LONGEST_QUOTE = 4000

type SpokenHintsProps = { own: NotesInHand; reading: TranscriptReading; player: Player }

/** The coach’s questions about the telling, at most three, each with about when it was said; and those set aside for this recording. */
export function SpokenHints({ own, reading: { reading, hints }, player }: SpokenHintsProps) {
  const list = useRef<HTMLOListElement>(null)
  const [leaving, setLeaving] = useState<SpokenHint>()
  const step = (by: 1 | -1) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-asked]") ?? [])]
    const at = all.findIndex((one) => one === document.activeElement)
    all[at < 0 ? 0 : (at + by + all.length) % all.length]?.focus()
    return all.length > 0
  }
  useKeys(
    {
      j: { label: "Next question", run: () => step(1), repeats: true },
      k: { label: "Question before", run: () => step(-1), repeats: true },
    },
    "Listening back",
  )
  if (!reading) return null
  if (!reading.isStory)
    return (
      <p className="max-w-measure text-ink-2">This doesn’t read as a story; nothing is asked about it.</p>
    )
  return (
    <div className="grid gap-3">
      {hints.length === 0 ? (
        <p className="max-w-measure text-ink-2">
          {own.notes.dismissed.length === 0
            ? "The coach finds nothing to ask about what you said."
            : "The coach has nothing else to ask about what you said."}
        </p>
      ) : (
        <>
          <ol ref={list} aria-label="Questions about what you said" className="grid gap-4">
            {hints.map((hint, nth) => (
              <Question key={hint.id} hint={hint} number={nth + 1} player={player} onLeave={setLeaving} />
            ))}
          </ol>
          <p className="max-w-measure text-small text-ink-3">
            The times are estimates: the words are spread evenly over where you speak.
          </p>
        </>
      )}
      <SetAsideList dismissed={own.notes.dismissed} onRestore={own.askAgain} />
      <SetAsideDialog
        hint={leaving}
        onClose={() => setLeaving(undefined)}
        onSetAside={(reason) => {
          if (leaving)
            own.setAside({
              finding: leaving.id,
              quote: reading.text.slice(leaving.start, leaving.end).slice(0, LONGEST_QUOTE).toWellFormed(),
              reason,
            })
          setLeaving(undefined)
        }}
      />
    </div>
  )
}

type SpokenHint = TranscriptReading["hints"][number]
type QuestionProps = { hint: SpokenHint; number: number; player: Player; onLeave: (hint: SpokenHint) => void }

function Question({ hint, number, player, onLeave }: QuestionProps) {
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <span
        aria-hidden="true"
        className="size-5 rounded-full bg-fill text-center text-small leading-5 font-semibold text-on-fill"
      >
        {number}
      </span>
      <div className="max-w-measure">
        <button
          type="button"
          data-asked=""
          title="Listen to it there"
          onClick={() => {
            player.seek(hint.fromMs)
            player.play()
          }}
          className="cursor-pointer text-left hover:text-accent"
        >
          {hint.question}
        </button>
        <p className="mt-0.5 text-small text-ink-2">{hint.message}</p>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-small text-ink-3">
          <span>
            around {clockFigures(hint.fromMs / 1000)}; {nameOf(hint.id)}, {sureness(hint.id, hint.confidence)}
          </span>
          <Button
            aria-label={`Set aside: ${nameOf(hint.id)}`}
            className="min-h-6! text-ink-2! pointer-coarse:min-h-11!"
            onClick={() => onLeave(hint)}
          >
            Set aside
          </Button>
        </p>
      </div>
    </li>
  )
}
