/** What has to stay after an erasure, each with why. */
export function KeptList({ kept }: { kept: ReadonlyArray<{ what: string; why: string }> }) {
  if (kept.length === 0) return <p>Nothing has to stay.</p>
  return (
    <div>
      <p className="font-semibold">What has to stay, and why</p>
      <ul>
        {kept.map(({ what, why }) => (
          <li key={what} className="grid gap-0.5 border-b border-rule py-1.5">
            <span>{what}</span>
            <span className="text-small text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
