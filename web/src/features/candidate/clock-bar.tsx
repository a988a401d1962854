import type { ReactNode } from "react"
import { clockFigures, cx } from "../../ui/index.ts"
import { Ring } from "../../ui/round-clock.tsx"
import { spokenTime, turnsAt } from "./attempt-clock.ts"

type ClockBarProps = { left: number | undefined; total: number; children: ReactNode }

/** Time left and whether the work is safe, in sight while one scrolls. Without `left` there is no limit, and no clock. */
export function ClockBar({ left, total, children }: ClockBarProps) {
  const turned = left !== undefined && left <= turnsAt(total)
  return (
    <div className="sticky top-0 z-10 -mx-5 mb-6 flex min-h-13 items-center justify-between gap-4 border-b border-rule bg-paper px-5 py-2">
      {left === undefined ? (
        <span className="text-ink-2">No time limit</span>
      ) : (
        <span className="flex items-center gap-2.5">
          <Ring share={Math.max(0, left / total)} turned={turned} size={22} />
          <span
            role="timer"
            aria-label="Time left"
            className={cx("text-read", turned && "font-semibold text-warn")}
          >
            {clockFigures(Math.max(0, left))}
          </span>
          <span className={cx("text-small", turned ? "text-warn" : "text-ink-2")}>
            {left <= 0 ? "time is up" : "left"}
          </span>
          <span role="status" className="sr-only">
            {spokenTime(left, total)}
          </span>
        </span>
      )}
      <span className="text-right text-small text-ink-2">{children}</span>
    </div>
  )
}
