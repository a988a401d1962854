import { clockFigures } from "./clock-figures.ts"
import { cx } from "./cx.ts"

export type RoundClockProps = {
  /** Below zero once the time is over. */
  secondsLeft: number
  totalSeconds: number
  /** Time of day it ends, already written out: "15:15". */
  endsAt?: string
  /** Seconds left at which the clock turns, once: 300 unless told. */
  turnsAt?: number
}

/** The time left of a round, as ring and figures. It turns once, near the end, in colour and in words. */
export function RoundClock({ secondsLeft, totalSeconds, endsAt, turnsAt = 300 }: RoundClockProps) {
  const turned = secondsLeft <= turnsAt
  const over = secondsLeft < 0
  const share = totalSeconds > 0 ? Math.min(1, Math.max(0, secondsLeft / totalSeconds)) : 0
  return (
    <div className="flex items-center gap-3">
      <Ring share={share} turned={turned} />
      <span role="timer" aria-label="Time left" className={cx("text-[1.75rem]/9", turned && "text-warn")}>
        {clockFigures(secondsLeft)}
      </span>
      <span className="grid text-small text-ink-2">
        <span className={cx(turned && "font-semibold text-warn")}>
          {over ? "over time" : turned ? "close now" : "left"}
        </span>
        {endsAt && <span>ends {endsAt}</span>}
      </span>
      <span role="status" className="sr-only">
        {over ? "The time is over." : turned ? `${Math.round(turnsAt / 60)} minutes left.` : ""}
      </span>
    </div>
  )
}

/** The ring alone: the dark arc is what is left, running out clockwise. `share` from 0 to 1. */
export function Ring({
  share,
  turned = false,
  size = 28,
}: {
  share: number
  turned?: boolean
  size?: number
}) {
  const done = 1 - share
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 28 28"
      className="-rotate-90 fill-none stroke-4"
    >
      <circle cx="14" cy="14" r="11.5" className="stroke-rule" />
      {share > 0 && (
        <circle
          cx="14"
          cy="14"
          r="11.5"
          pathLength="1"
          strokeDasharray={`${share} 1`}
          strokeDashoffset={-done}
          className={turned ? "stroke-warn" : "stroke-ink-2"}
        />
      )}
    </svg>
  )
}
