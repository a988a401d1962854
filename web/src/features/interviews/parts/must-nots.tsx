import { cx, Kbd } from "../../../ui/index.ts"
import { inShort } from "./in-short.ts"

type MustNotsProps = { lines: ReadonlyArray<string>; open: boolean; onToggle: () => void }

/** What the interviewer never says or does: always there, in one line; in full when pressed. */
export function MustNots({ lines, open, onToggle }: MustNotsProps) {
  return (
    <div className="text-small">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="flex w-full min-w-0 cursor-pointer items-baseline gap-2 text-left hover:text-accent"
      >
        <span className="font-semibold">Never</span>
        <span
          className={cx("min-w-0 flex-1 text-ink-2 max-sm:line-clamp-3 sm:truncate", open && "invisible")}
        >
          {lines.map(inShort).join(" · ")}
        </span>
        <span className="contents max-sm:hidden pointer-coarse:hidden">
          <Kbd keys="m" />
        </span>
      </button>
      {open && (
        <ul className="grid gap-0.5 pt-1">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
