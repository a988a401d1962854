import { type ComponentProps, type ReactNode, useId } from "react"
import { cx } from "./cx.ts"
import { Kbd } from "./kbd.tsx"
import { Spinner } from "./spinner.tsx"

export type ButtonVariant = "primary" | "quiet" | "danger" | "danger-filled"

export type ButtonProps = Omit<ComponentProps<"button">, "children"> & {
  children: ReactNode
  /** `primary` at most once a screen; `danger` is a word in the warning's colour; `danger-filled` ends a confirmation. */
  variant?: ButtonVariant
  /** Shortcut shown after the word and announced; the binding itself is `useKeys`. */
  keys?: string
  /** True while the action runs: presses are ignored, the word stays. */
  pending?: boolean
  /** Why it can't act yet. Said beside the button, which is then outlined but still reachable. */
  why?: string
  /** Takes the full width, for a candidate's page. */
  wide?: boolean
}

const filled = "justify-center px-4 font-semibold rounded-control"
const looks: Record<ButtonVariant, string> = {
  primary: `${filled} bg-fill text-on-fill hover:bg-fill-over`,
  "danger-filled": `${filled} bg-warn-fill text-on-fill hover:bg-warn-fill-over`,
  quiet: "word text-ink",
  danger: "word text-warn decoration-warn/50 hover:text-warn hover:decoration-warn",
}
const waiting = `${filled} border border-edge text-ink-2 font-normal cursor-default`

/** Something to press. Says a verb ("Submit scorecard"), never "OK". */
export function Button(props: ButtonProps) {
  const { children, variant = "quiet", keys, pending = false, why, wide, className, onClick, ...rest } = props
  const whyId = useId()
  const held = pending || why !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={held || undefined}
      aria-busy={pending || undefined}
      aria-describedby={why ? whyId : rest["aria-describedby"]}
      aria-keyshortcuts={keys?.replace("mod", "Control")}
      onClick={held ? (event) => event.preventDefault() : onClick}
      className={cx(
        "inline-flex min-h-(--control) shrink-0 cursor-pointer items-center gap-3 text-left transition-colors",
        "disabled:cursor-default disabled:opacity-60",
        why === undefined ? looks[variant] : waiting,
        wide && "w-full",
        pending && "cursor-progress",
        className,
      )}
    >
      {children}
      {pending && <Spinner />}
      {keys && !pending && (
        <span className="contents max-sm:hidden pointer-coarse:hidden">
          <Kbd keys={keys} look={why === undefined && variant !== "quiet" ? "filled" : "boxed"} />
        </span>
      )}
    </button>
  )
  if (why === undefined) return button
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1">
      {button}
      <span id={whyId} className="text-small text-ink-2">
        {why}
      </span>
    </span>
  )
}
