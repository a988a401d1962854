import { TELLS } from "@backfill/contract"
import { clockFigures, cx, Kbd } from "../../ui/index.ts"
import { tellWords } from "./tells.ts"

type TellListProps = {
  /** By number from 1, the second it was heard. */
  heard: ReadonlyMap<number, number> | undefined
  /** Before the clock runs there is nothing to hear. */
  ready: boolean
  onToggle: (index: number) => void
}

/** What another engineer catches in a story, always at hand; one that was heard carries its time. */
export function TellList({ heard, ready, onToggle }: TellListProps) {
  return (
    <ul aria-label="Tells" className="flex basis-full flex-wrap gap-x-4 text-small">
      {TELLS.map((tell, at) => {
        const second = heard?.get(at + 1)
        const on = second !== undefined
        return (
          <li key={tell}>
            <button
              type="button"
              aria-pressed={on}
              disabled={!ready}
              onClick={() => onToggle(at + 1)}
              className={cx(
                "flex min-h-7 cursor-pointer items-center gap-2 text-left hover:text-ink disabled:cursor-default pointer-coarse:min-h-11",
                on ? "font-semibold text-ink" : "text-ink-2",
              )}
            >
              <Kbd keys={tellWords[tell].key} />
              {tellWords[tell].words}
              {on && (
                <span className="font-mono text-small font-normal text-ink-3">
                  <span className="sr-only">heard at </span>
                  {clockFigures(second)}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
