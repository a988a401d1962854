import { type ReactNode, useId } from "react"

export type SectionProps = {
  title: ReactNode
  /** Said after the title, quietly, on its line. */
  note?: ReactNode
  /** At the right end of the title's line: a link, a key, a time. */
  aside?: ReactNode
  /** `ink` opens a section, three at most on a screen; `hair` a part of one. */
  rule?: "ink" | "hair"
  level?: 2 | 3
  children: ReactNode
}

/** A part of a page under one rule and a heading. */
export function Section({ title, note, aside, rule = "ink", level = 2, children }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? "h2" : "h3"
  return (
    <section
      aria-labelledby={id}
      className={
        rule === "ink" ? "min-w-0 border-t border-rule-strong pt-3" : "min-w-0 border-t border-rule pt-3"
      }
    >
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <Heading id={id} className="font-semibold">
            {title}
          </Heading>
          {note && <span className="text-small text-ink-2">{note}</span>}
        </div>
        {aside && <div className="text-small text-ink-2">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
