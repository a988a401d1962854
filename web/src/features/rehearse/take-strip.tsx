import type { SpokenPart } from "@backfill/contract"
import { useMemo } from "react"
import { cx } from "../../ui/index.ts"
import { PARTS } from "../stories/editor/parts.ts"
import { PART_LOOKS } from "../stories/editor/parts-ribbon.tsx"
import { percent } from "./heard-words.ts"
import { waveOutline } from "./shapes.ts"
import { type Heard, measures } from "./speech/index.ts"

type TakeStripProps = {
  heard: Heard | undefined
  parts: readonly SpokenPart[]
  totalMs: number
  /** How long the common axis is. */
  axisMs: number
  aimMs: number
}

/** One take as others are drawn beside it: its sound, its speech, its parts, as long as it is on the common axis. */
export function TakeStrip({ heard, parts, totalMs, axisMs, aimMs }: TakeStripProps) {
  const outline = useMemo(() => (heard ? waveOutline(heard.peaks, 360) : ""), [heard])
  const share = heard && measures(heard).speechShare
  const at = (ms: number, of: number) => `${(Math.min(ms, of) / of) * 100}%`
  return (
    <div
      role="img"
      aria-label={
        share ? `Speech in ${percent(share)} of the time from the first word to the last` : "Not read yet"
      }
      className="relative"
    >
      <div className="relative h-14 bg-sunk" style={{ width: at(totalMs, axisMs) }}>
        {outline !== "" && (
          <svg viewBox="0 -1 1000 2" preserveAspectRatio="none" className="absolute inset-0 h-full w-full">
            <polygon points={outline} className="fill-chart-2" />
          </svg>
        )}
      </div>
      <div className="relative mt-1 h-1.5" style={{ width: at(totalMs, axisMs) }}>
        {heard?.stretches.map(([from, to]) => (
          <span
            key={from}
            className="absolute inset-y-0 min-w-px bg-step-4"
            style={{ left: at(from, totalMs), width: at(to - from, totalMs) }}
          />
        ))}
      </div>
      {parts.length > 0 && (
        <div className="relative mt-1 h-5 overflow-x-clip" style={{ width: at(totalMs, axisMs) }}>
          {parts.map(({ fromMs, toMs, part }) => (
            <span
              key={fromMs}
              className={cx(
                "absolute inset-y-0 overflow-hidden border-r border-paper px-1 text-small leading-5 font-semibold",
                PART_LOOKS[part],
              )}
              style={{ left: at(fromMs, totalMs), width: at(toMs - fromMs, totalMs) }}
            >
              {PARTS.find((one) => one.part === part)?.letter}
            </span>
          ))}
        </div>
      )}
      <span className="absolute inset-y-0 border-l border-ink" style={{ left: at(aimMs, axisMs) }} />
    </div>
  )
}
