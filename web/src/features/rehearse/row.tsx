import type { ReactNode } from "react"

/** One part of the score: its name at the left where there is room, else above, and its drawing on the common axis. */
export function Row({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <p className="self-center text-small leading-4 text-ink-2">
        {label}
        {note && <span className="text-ink-3 sm:block max-sm:before:content-[',_']">{note}</span>}
      </p>
      <div className="relative min-w-0">{children}</div>
    </div>
  )
}

/** Where the recording stands now, through one row of the score. */
export function Playhead() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 -ml-px border-l-2 border-accent"
      style={{ left: "calc(var(--at) * 100%)" }}
    />
  )
}

/** A place on the axis, as CSS. */
export const placed = (ms: number, durationMs: number): string =>
  `${(Math.min(Math.max(0, ms), durationMs) / durationMs) * 100}%`
