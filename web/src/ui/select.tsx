import type { ComponentProps } from "react"
import { cx } from "./cx.ts"
import { useField } from "./field.tsx"

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  options: ReadonlyArray<SelectOption>
  /** First line with an empty value, e.g. "Choose a level". */
  placeholder?: string
}

/** One of a list too long to show; up to five options read better as a RadioGroup. The platform's own control. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  return (
    <span className="relative block">
      <select {...useField()} {...props} className={cx("typed-into appearance-none pr-9", className)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 12 12"
        className="pointer-events-none absolute top-1/2 right-3 size-3 -translate-y-1/2 fill-none stroke-ink-2 stroke-[1.5]"
      >
        <path d="m2 4 4 4 4-4" />
      </svg>
    </span>
  )
}
