import type { Attempt } from "@backfill/contract"
import { durationWords } from "./when.ts"

/** The preparation pack: what to look at, what to bring, and what is agreed. */
export function Pack({ preparation }: { preparation: NonNullable<Attempt["preparation"]> }) {
  const { minutes, review, deliverables, groundRules } = preparation
  return (
    <div className="grid gap-5">
      {minutes > 0 && <p className="text-ink-2">About {durationWords(minutes)} beforehand is plenty.</p>}
      <PackList title="To look at" lines={review} />
      <PackList title="To bring or hand in" lines={deliverables} />
      <PackList title="Agreed for everybody" lines={groundRules} />
    </div>
  )
}

function PackList({ title, lines }: { title: string; lines: ReadonlyArray<string> }) {
  if (lines.length === 0) return null
  return (
    <div className="grid gap-1.5">
      <h3 className="text-ink-2">{title}</h3>
      <ul className="read grid gap-1.5">
        {lines.map((line) => (
          <li key={line} className="relative pl-6">
            <span aria-hidden="true" className="absolute left-0 text-ink-3">
              –
            </span>
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
