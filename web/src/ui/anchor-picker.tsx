import { type ReactNode, useId } from "react"
import { Button } from "./button.tsx"
import { cx } from "./cx.ts"
import { FieldError } from "./field.tsx"

export type Anchor = { score: number; text: ReactNode }

export type AnchorPickerProps = {
  /** The question or competency rated. */
  legend: ReactNode
  legendHidden?: boolean
  /** Five, lowest first. */
  anchors: ReadonlyArray<Anchor>
  value: number | undefined
  /** Called with undefined when the choice is taken back. */
  onChange: (score: number | undefined) => void
  error?: string
  disabled?: boolean
}

const words: Record<number, string> = { 1: "below", 3: "meets", 5: "exceeds" }

/** Five anchors as text to read; choosing is pressing the text. Side by side where there is room, one under another where not. */
export function AnchorPicker(props: AnchorPickerProps) {
  const { legend, legendHidden = false, anchors, value, onChange, error, disabled = false } = props
  const name = useId()
  const errorId = `${name}-error`
  return (
    <fieldset className="@container" disabled={disabled} aria-describedby={error ? errorId : undefined}>
      <legend className={legendHidden ? "sr-only" : "mb-2 font-semibold"}>{legend}</legend>
      <div className="grid border-y border-rule @3xl:grid-cols-5">
        {anchors.map((anchor) => (
          <label
            key={anchor.score}
            className={cx(
              "flex gap-4 border-b border-rule p-3 last:border-b-0 @3xl:flex-col @3xl:gap-2 @3xl:border-r @3xl:border-b-0 @3xl:pb-5 @3xl:last:border-r-0",
              "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
              anchor.score === value ? "bg-wash" : "text-ink-2",
              disabled ? "cursor-default" : "cursor-pointer hover:text-ink",
            )}
          >
            <input
              type="radio"
              name={name}
              value={anchor.score}
              checked={anchor.score === value}
              onChange={() => onChange(anchor.score)}
              className="sr-only"
            />
            <span className="flex items-baseline gap-2 @max-3xl:w-14 @max-3xl:shrink-0 @max-3xl:flex-col @max-3xl:items-start @max-3xl:gap-0">
              <span
                className={cx(
                  "grid size-6 place-items-center rounded-control font-semibold",
                  anchor.score === value && "bg-fill text-on-fill",
                )}
              >
                {anchor.score}
              </span>
              <span className="text-small text-ink-2">{words[anchor.score]}</span>
            </span>
            <span className="read text-[1rem]/6">{anchor.text}</span>
          </label>
        ))}
      </div>
      <div className="mt-1 flex min-h-(--control) items-center gap-4">
        {error && <FieldError id={errorId}>{error}</FieldError>}
        {value !== undefined && !disabled && (
          <Button className="text-small text-ink-2" onClick={() => onChange(undefined)}>
            Take the choice back
          </Button>
        )}
      </div>
    </fieldset>
  )
}
