import { type ComponentProps, useLayoutEffect, useRef } from "react"
import { cx } from "./cx.ts"
import { useField } from "./field.tsx"

export type TextAreaProps = ComponentProps<"textarea"> & {
  /** Serif at reading size, for prose that will be read as prose. */
  prose?: boolean
}

/** Several lines of text; grows with what is typed, from `rows` (3) up to most of the window. */
export function TextArea({ prose = false, rows = 3, className, ...props }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports("field-sizing", "content")) return
    const fit = () => {
      element.style.height = "auto"
      element.style.height = `${element.scrollHeight + 2}px`
    }
    fit()
    element.addEventListener("input", fit)
    return () => element.removeEventListener("input", fit)
  }, [props.value])
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
