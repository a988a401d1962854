import { cx } from "../../ui/index.ts"

/** Points right while closed; whoever opens it turns it down. */
export function Chevron({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 12 12"
      className={cx(
        "size-3 shrink-0 fill-none stroke-current stroke-[1.5] text-ink-3 transition-transform motion-reduce:transition-none",
        className,
      )}
    >
      <path d="m4 2 4 4-4 4" />
    </svg>
  )
}
