/** Tells a reader that part of a text was written for software. It is a hint: the criteria judge the rest as ever. */
export function MachineWords({ found }: { found: ReadonlyArray<{ words: string }> }) {
  if (found.length === 0) return null
  return (
    <div role="note" className="grid max-w-[44rem] gap-2 border-l-2 border-warn pl-4">
      <p>
        Parts of this text speak to software, not to you. Nothing here is scored by software; read on, and
        rate what the rest shows.
      </p>
      <ul className="grid gap-1 text-ink-2">
        {found.map(({ words }, index) => (
          <li key={`${index} ${words}`}>{words === "" ? "Characters that nobody can see" : `“${words}”`}</li>
        ))}
      </ul>
    </div>
  )
}
