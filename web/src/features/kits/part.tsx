import { type ReactNode, useId } from "react"
import { cx } from "../../ui/index.ts"

type PartProps = {
  /** Its name in the address, so that it can be passed on. */
  id: string
  title: ReactNode
  note?: ReactNode
  aside?: ReactNode
  rule?: "ink" | "hair"
  className?: string
  children: ReactNode
}

/** A part of a page with an address of its own. The page stays where it is in the window when the level changes. */
export function Part({ id, title, note, aside, rule = "hair", className, children }: PartProps) {
  const headingId = useId()
  return (
    <section
      id={id}
      data-part=""
      aria-labelledby={headingId}
      className={cx(
        "group/part min-w-0 scroll-mt-20 border-t pt-3",
        rule === "ink" ? "border-rule-strong" : "border-rule",
        className,
      )}
    >
      <div className="mb-3 flex flex-wrap items-baseline gap-x-2 print:mb-1.5 print:break-after-avoid">
        <h2 id={headingId} className="font-semibold">
          {title}
        </h2>
        {note && <span className="text-small text-ink-2">{note}</span>}
        <a
          href={`#${id}`}
          aria-label="Link to this part"
          className="px-1 text-ink-3 opacity-0 group-hover/part:opacity-100 hover:text-accent focus-visible:opacity-100 print:hidden"
        >
          #
        </a>
        {aside && <span className="ml-auto text-small text-ink-2">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

/** A sentence or two as they are read. */
export function Prose({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return <p className={cx("read max-w-measure not-first:mt-2", quiet && "text-ink-2")}>{children}</p>
}

/** Lines of one kind, with a dash before each. */
export function Dashes({ lines }: { lines: ReadonlyArray<ReactNode> }) {
  return (
    <ul className="read grid max-w-measure gap-1">
      {lines.map((line, at) => (
        <li key={at} className="relative pl-6">
          <span aria-hidden="true" className="absolute left-0 text-ink-3">
            –
          </span>
          {line}
        </li>
      ))}
    </ul>
  )
}
