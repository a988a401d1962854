import { Kbd } from "./kbd.tsx"

/** The line at the foot of a working page: three or four keys with their words. Not where there is no keyboard. */
export function FootKeys({ keys }: { keys: ReadonlyArray<{ keys: string; label: string }> }) {
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-2 text-small text-ink-2 max-sm:hidden pointer-coarse:hidden">
      {keys.map((entry) => (
        <span key={entry.keys} className="inline-flex items-center gap-1.5">
          <Kbd keys={entry.keys} />
          {entry.label}
        </span>
      ))}
    </p>
  )
}
