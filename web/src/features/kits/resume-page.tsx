import type { Kit, Level } from "@backfill/core"
import { Section } from "../../ui/index.ts"

/** The criteria a résumé is read by, at one level. */
export function ResumePage({ kit, level }: { kit: Kit; level: Level }) {
  return (
    <div className="grid gap-8">
      {kit.resumeCriteria.map((criterion) => (
        <Section key={criterion.id} title={criterion.title}>
          <p className="read max-w-measure">{criterion.looksFor}</p>
          <p className="read mt-2 max-w-measure text-ink-2">
            At {level}: {criterion.evidence[level]}
          </p>
          <details className="mt-2">
            <summary className="cursor-pointer py-1 text-small text-ink-2">Its five anchors</summary>
            <ol>
              {([1, 2, 3, 4, 5] as const).map((score) => (
                <li key={score} className="grid grid-cols-[2.5rem_minmax(0,1fr)] border-b border-rule py-2">
                  <span className="font-semibold">{score}</span>
                  <span className="read max-w-measure text-[1rem]/6">{criterion.anchors[score]}</span>
                </li>
              ))}
            </ol>
          </details>
        </Section>
      ))}
    </div>
  )
}
