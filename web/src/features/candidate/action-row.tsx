import type { ReactNode } from "react"
import { cx, Link } from "../../ui/index.ts"

type ActionRowProps = {
  title: string
  /** What it does, in one line. */
  detail: ReactNode
  danger?: boolean
} & ({ onPress: () => void } | { href: string } | { to: string; params: Record<string, string> })

const row = "flex w-full cursor-pointer items-center gap-4 border-b border-rule py-3 text-left"

/** Something one may do or open, as a whole line to press. */
export function ActionRow(props: ActionRowProps) {
  const { title, detail, danger = false } = props
  const inside = (
    <>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={cx("font-semibold break-words", danger ? "text-warn" : "text-accent")}>{title}</span>
        <span className="text-ink-2">{detail}</span>
      </span>
      <svg
        aria-hidden="true"
        viewBox="0 0 12 16"
        className="h-4 w-3 shrink-0 fill-none stroke-ink-2 stroke-[1.5]"
      >
        <path d="m3 2 6 6-6 6" />
      </svg>
    </>
  )
  if ("onPress" in props)
    return (
      <button type="button" onClick={props.onPress} className={row}>
        {inside}
      </button>
    )
  return "href" in props ? (
    <Link href={props.href} download look="ink" className={row}>
      {inside}
    </Link>
  ) : (
    <Link to={props.to} params={props.params} look="ink" className={row}>
      {inside}
    </Link>
  )
}
