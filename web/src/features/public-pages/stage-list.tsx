/** The stages ahead in order, each with one line on what it is. */
export function StageList({ stages }: { stages: ReadonlyArray<{ title: string; summary: string }> }) {
  return (
    <ol>
      {stages.map((stage, at) => (
        <li key={at} className="grid grid-cols-[1.5rem_1fr] border-b border-rule py-2.5 last:border-b-0">
          <span aria-hidden="true" className="text-ink-3">
            {at + 1}
          </span>
          <span className="grid gap-0.5">
            <span className="font-semibold">{stage.title}</span>
            <span className="text-ink-2">{stage.summary}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
