import { cx } from "./cx.ts"

const widths = ["w-11/12", "w-4/5", "w-2/3", "w-5/6", "w-3/5"]

/**
 * Holds the place of what is coming. Nothing shows for the first 150 ms, so that what comes at once doesn't flicker.
 * `label` is read out: "Loading openings".
 */
export function Loading({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="animate-appear py-2">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className="flex h-8 items-center border-b border-rule">
            <span className={cx("h-2 bg-rule/70", widths[line % widths.length])} />
          </div>
        ))}
      </div>
    </div>
  )
}
