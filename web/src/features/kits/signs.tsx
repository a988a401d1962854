import type { Kit } from "@backfill/core"

/** What can be observed in an answer, good signs beside warning signs. */
export function Signs({ indicators }: Pick<Kit["questions"][number], "indicators">) {
  return (
    <div className="grid gap-x-12 gap-y-5 sm:grid-cols-2 print:grid-cols-2">
      <Side title="Good signs" sign="+" lines={indicators.positive} />
      <Side title="Warning signs" sign="−" lines={indicators.negative} />
    </div>
  )
}

function Side({ title, sign, lines }: { title: string; sign: string; lines: ReadonlyArray<string> }) {
  return (
    <div>
      <h3 className="border-b border-rule pb-1.5 text-small text-ink-2">{title}</h3>
      <ol>
        {lines.map((line, at) => (
          <li
            key={line}
            className="grid grid-cols-[2rem_minmax(0,1fr)] border-b border-rule py-1.5 last:border-b-0 print:py-0.5"
          >
            <span className="font-mono text-small/5 text-ink-3">
              {sign}
              {at + 1}
            </span>
            {line}
          </li>
        ))}
      </ol>
    </div>
  )
}
