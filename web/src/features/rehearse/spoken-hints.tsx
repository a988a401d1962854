import { useRef } from "react"
import { useKeys } from "../../app/index.ts"
import { clockFigures } from "../../ui/index.ts"
import { nameOf, sureness } from "../stories/editor/words.ts"
import type { Player } from "./use-player.ts"
import type { TranscriptReading } from "./use-transcript-reading.ts"

/** The coach’s questions about the telling, at most three, each with about when it was said. */
export function SpokenHints({
  reading: { reading, hints },
  player,
}: {
  reading: TranscriptReading
  player: Player
}) {
  const list = useRef<HTMLOListElement>(null)
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
  if (hints.length === 0)
    return <p className="max-w-measure text-ink-2">The coach finds nothing to ask about what you said.</p>
  return (
    <div className="grid gap-3">
      <ol ref={list} aria-label="Questions about what you said" className="grid gap-4">
        {hints.map((hint, nth) => (
          <li key={hint.id} className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
            <span
              aria-hidden="true"
              className="size-5 rounded-full bg-fill text-center text-small leading-5 font-semibold text-on-fill"
            >
              {nth + 1}
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
              <p className="text-small text-ink-3">
                around {clockFigures(hint.fromMs / 1000)}; {nameOf(hint.id)},{" "}
                {sureness(hint.id, hint.confidence)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="max-w-measure text-small text-ink-3">
        The times are estimates: the words are spread evenly over where you speak.
      </p>
    </div>
  )
}
