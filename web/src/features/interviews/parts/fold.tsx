import type { ReactNode } from "react"
import { Chevron } from "../../kits/chevron.tsx"

type FoldProps = {
  title: string
  note?: string
  /** Laid open while one reads up, before the round starts; it closes by itself once it has. */
  open?: boolean
  children: ReactNode
}

/** Something to look up now and then: one line until it is pressed. */
export function Fold({ title, note, open = false, children }: FoldProps) {
  return (
    <details open={open} className="group/fold border-t border-rule">
      <summary className="flex min-h-(--control) cursor-pointer list-none items-center gap-2.5 hover:text-accent">
        <Chevron className="group-open/fold:rotate-90" />
        <span>{title}</span>
        {note && <span className="text-small text-ink-3">{note}</span>}
      </summary>
      <div className="grid gap-4 pb-5 pl-5.5">{children}</div>
    </details>
  )
}

/** A heading inside a part, with what belongs under it. */
export function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-small text-ink-2">
        {title}
        {note && <span className="text-ink-3">, {note}</span>}
      </h3>
      {children}
    </section>
  )
}
