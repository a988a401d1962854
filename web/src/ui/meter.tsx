import { cx } from "./cx.ts"

export type MeterProps = {
  label: string
  /** Shown at the right of the label: the value in words with its unit. */
  text: string
  value: number
  max: number
  /** Past this value the bar is in the warning's colour; `text` must say so too. */
  limit?: number
}

/** How much of something, as a thin bar under its label. */
export function Meter({ label, text, value, max, limit }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const over = limit !== undefined && value > limit
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4">
        <span>{label}</span>
        <span className={cx("text-small", over ? "font-semibold text-warn" : "text-ink-2")}>{text}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="h-1 bg-rule"
      >
        <div className={cx("h-1", over ? "bg-warn" : "bg-ink-2")} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
