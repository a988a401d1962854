import type { Part } from "@backfill/coach"
import { cx } from "../../../ui/index.ts"
import { letterOf, type Run } from "./parts.ts"
import type { Place } from "./use-places.ts"

/** Letters of the parts beside the lines on which they begin. Those that begin on one line share it. */
function linesOf(runs: readonly Run[], places: readonly Place[]): { at: number; parts: Part[] }[] {
  const lines = new Map<number, Part[]>()
  for (const { id, first } of places) {
    const part = runs[Number(id)]?.part
    if (part === undefined) continue
    const line = lines.get(first)
    if (!line) lines.set(first, [part])
    else if (!line.includes(part)) line.push(part)
  }
  return [...lines].map(([at, parts]) => ({ at, parts }))
}

/** The left margin: which part begins where, and a bar beside all lines of the one that is lit. */
export function PartLetters({
  runs,
  places,
  lit,
}: {
  runs: readonly Run[]
  places: readonly Place[]
  lit: Part | undefined
}) {
  return (
    <div aria-hidden="true" className="relative text-small leading-7 font-semibold text-ink-3">
      {linesOf(runs, places).map(({ at, parts }) => (
        <span key={at} className="absolute left-0 flex gap-0.5 whitespace-nowrap" style={{ top: at - 14 }}>
          {parts.map((part) => (
            <span key={part} className={cx(part === lit && "text-accent")}>
              {letterOf(part)}
            </span>
          ))}
        </span>
      ))}
      {places
        .filter(({ id }) => lit !== undefined && runs[Number(id)]?.part === lit)
        .map(({ id, first, last }) => (
          <span
            key={id}
            className="absolute right-1 border-l-3 border-accent sm:right-2.5"
            style={{ top: first - 12, height: last - first + 24 }}
          />
        ))}
    </div>
  )
}
