import type { Kit } from "@backfill/core"
import { Section } from "../../ui/index.ts"

type Judged = Pick<Kit["questions"][number], "indicators" | "anchors">

/** The signs to listen for and the five anchors, as raters read them. */
export function JudgedBy({ indicators, anchors }: Judged) {
  return (
    <>
      <Section title="Signs" rule="hair">
        <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
          <Signs title="Good signs" lines={indicators.positive} />
          <Signs title="Warning signs" lines={indicators.negative} />
        </div>
      </Section>
      <Section title="Anchors" note="choose the nearest" rule="hair">
        <ol>
          {([1, 2, 3, 4, 5] as const).map((score) => (
            <li key={score} className="grid grid-cols-[2.5rem_minmax(0,1fr)] border-b border-rule py-2.5">
              <span className="font-semibold">{score}</span>
              <span className="read max-w-measure text-[1rem]/6">{anchors[score]}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function Signs({ title, lines }: { title: string; lines: ReadonlyArray<string> }) {
  return (
    <div>
      <h3 className="pb-1 text-small text-ink-2">{title}</h3>
      <ol className="grid gap-1.5">
        {lines.map((line, at) => (
          <li key={line} className="grid grid-cols-[1.5rem_minmax(0,1fr)]">
            <span className="text-ink-3">{at + 1}</span>
            {line}
          </li>
        ))}
      </ol>
    </div>
  )
}
