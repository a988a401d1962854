import type { ComponentProps } from "react"
import { cx } from "./cx.ts"
import { useField } from "./field.tsx"

/** One line of text. Inside a Field it is labelled by it; alone it needs `aria-label`. */
export function TextInput({ className, ...props }: ComponentProps<"input">) {
  return <input type="text" {...useField()} {...props} className={cx("typed-into", className)} />
}
