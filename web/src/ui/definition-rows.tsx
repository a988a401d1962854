import type { ReactNode } from "react"

export type DefinitionRow = { term: ReactNode; detail: ReactNode }

/** Facts as word and value, a hairline between them. `figures` sets the values at the right edge. */
export function DefinitionRows({
  rows,
  figures = false,
}: {
  rows: ReadonlyArray<DefinitionRow>
  figures?: boolean
}) {
  return (
    <dl>
      {rows.map((row, at) => (
        <div
          key={at}
          className={
            figures
              ? "flex justify-between gap-6 border-b border-rule py-2"
              : "grid grid-cols-[6rem_1fr] gap-4 border-b border-rule py-2 last:border-b-0"
          }
        >
          <dt className={figures ? undefined : "text-ink-2"}>{row.term}</dt>
          <dd className={figures ? "text-right text-ink-2" : undefined}>{row.detail}</dd>
        </div>
      ))}
    </dl>
  )
}
