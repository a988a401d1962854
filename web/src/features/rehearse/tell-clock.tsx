import { useEffect, useState } from "react"
import { clockFigures, cx, Ring } from "../../ui/index.ts"
import type { Length } from "../practice/length-choice.ts"
import { stageAt, tellNote, tellSpoken } from "./tell-words.ts"

/** The time told so far against the length aimed at. It turns once past the aim, and once more past the limit. */
export function TellClock({ ranMs, length }: { ranMs: () => number; length: Length }) {
  const [ran, setRan] = useState(ranMs)
  useEffect(() => {
    const timer = setInterval(() => setRan(ranMs()), 250)
    return () => clearInterval(timer)
  }, [ranMs])
  const seconds = ran / 1000
  const stage = stageAt(seconds, length)
  const share =
    stage === "before"
      ? 1 - seconds / length.aim
      : Math.max(0, 1 - (seconds - length.aim) / (length.limit - length.aim))
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Ring share={share} turned={stage !== "before"} size={56} />
      <span role="timer" aria-label="Told so far" className="text-[2.25rem]/11 tabular-nums">
        {clockFigures(seconds)}
      </span>
      <span className={cx(stage === "over" ? "font-semibold text-warn" : "text-ink-2")}>
        {tellNote(seconds, length)}
      </span>
      <span className="flex items-center gap-2 text-small text-ink-2">
        <span aria-hidden="true" className="size-2.5 rounded-full bg-warn" />
        Recording
      </span>
      <span role="status" className="sr-only">
        {tellSpoken(seconds, length)}
      </span>
    </div>
  )
}
