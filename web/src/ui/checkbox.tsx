import { type ComponentProps, type ReactNode, useId } from "react"
import { cx } from "./cx.ts"

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  label: ReactNode
  /** A second line saying what ticking does. */
  help?: ReactNode
}

/** One yes or no. The whole line is the target. */
export function Checkbox({ label, help, className, ...props }: CheckboxProps) {
  const helpId = useId()
  return (
    <label className={cx("group flex min-h-8 cursor-pointer items-start gap-3 py-1.5", className)}>
      <span className="relative mt-0.5 size-4 shrink-0">
        <input
          type="checkbox"
          aria-describedby={help ? helpId : undefined}
          {...props}
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-control border border-edge bg-sheet group-hover:border-ink-2 checked:border-fill checked:bg-fill"
        />
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className="pointer-events-none invisible absolute inset-0 fill-none stroke-on-fill stroke-2 peer-checked:visible"
        >
          <path d="m3.5 8.5 3 3 6-7" />
        </svg>
      </span>
      <span className="grid gap-0.5">
        <span>{label}</span>
        {help && (
          <span id={helpId} className="text-small text-ink-2">
            {help}
          </span>
        )}
      </span>
    </label>
  )
}
