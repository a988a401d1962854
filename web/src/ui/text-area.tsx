import { type ComponentProps, useRef } from "react"
import { cx } from "./cx.ts"
import { useField } from "./field.tsx"
import { useFit } from "./use-fit.ts"

export type TextAreaProps = ComponentProps<"textarea"> & {
  /** Serif at reading size, for prose that will be read as prose. */
  prose?: boolean
}

/** Several lines of text; grows with what is typed, from `rows` (3) up to most of the window. */
export function TextArea({ prose = false, rows = 3, className, ...props }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useFit(area, props.value)
  return (
    <textarea
      ref={area}
      rows={rows}
      {...useField()}
      {...props}
      className={cx("typed-into field-sizing-content max-h-[70vh] resize-none", prose && "read", className)}
      style={{ minHeight: `calc(${rows} * ${prose ? "1.75rem" : "1.25rem"} + 1rem)` }}
    />
  )
}
