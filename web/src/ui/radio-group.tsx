import { type ReactNode, useId } from "react"
import { cx } from "./cx.ts"
import { FieldError } from "./field.tsx"

export type RadioOption<Value extends string> = {
  value: Value
  label: ReactNode
  /** Said under the label: what choosing it means. */
  detail?: ReactNode
  disabled?: boolean
}

export type RadioGroupProps<Value extends string> = {
  legend: ReactNode
  options: ReadonlyArray<RadioOption<Value>>
  value: Value | undefined
  onChange: (value: Value) => void
  help?: ReactNode
  error?: string
  /** Side by side instead of one a line, for two to four short words. */
  inline?: boolean
}

/** One of a few, as text to read and press; arrow keys move as in any group of radios. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, options, value, onChange, help, error, inline = false } = props
  const name = useId()
  const errorId = `${name}-error`
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1.5 text-ink-2">{legend}</legend>
      {help && <p className="mb-2 max-w-measure text-small text-ink-2">{help}</p>}
      <div className={inline ? "flex flex-wrap gap-x-6" : "border-t border-rule"}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "group flex cursor-pointer gap-3 py-2 has-disabled:cursor-default has-disabled:text-ink-3",
              !inline &&
                "border-b border-rule has-checked:bg-wash has-checked:shadow-[-12px_0_var(--color-wash),12px_0_var(--color-wash)]",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="mt-0.75 size-3.5 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-sheet group-hover:border-ink-2 checked:border-4 checked:border-fill focus-visible:rounded-full"
            />
            <span className="grid gap-0.5">
              <span className={cx(option.value === value && "font-semibold")}>{option.label}</span>
              {option.detail && <span className="max-w-measure text-small text-ink-2">{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-1.5">
          <FieldError id={errorId}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}
