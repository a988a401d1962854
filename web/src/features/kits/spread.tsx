import type { ReactNode } from "react"

type SpreadProps = {
  head: ReactNode
  /** Facts and flags in the margin; under the head where there is no margin. */
  aside?: ReactNode
  children: ReactNode
}

/** A page of the book: what is read at a short measure, with a margin beside its head; tables and scales may use both. */
export function Spread({ head, aside, children }: SpreadProps) {
  return (
    <article className="grid print:block gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,40rem)_minmax(12rem,1fr)]">
      <div className="min-w-0">{head}</div>
      <div className="min-w-0 print:mt-4">{aside}</div>
      <div className="grid min-w-0 gap-8 [overflow-anchor:none] xl:col-span-2">{children}</div>
    </article>
  )
}
