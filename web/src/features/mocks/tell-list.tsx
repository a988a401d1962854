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

/** What another engineer catches in a story, to tick where it is heard; one that was carries its time. */
export function TellList({ heard, ready, onToggle }: TellListProps) {
  return (
    <section aria-label="Tells" className="mt-6 mb-6 border-t border-rule pt-3.5">
      <h3 className="mb-1.5 text-small text-ink-2">Tells</h3>
      <ol>
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
                  "grid w-full cursor-pointer grid-cols-[28px_1fr_auto] items-baseline py-1.5 text-left hover:text-ink disabled:cursor-default",
                  on ? "font-semibold text-ink" : "text-ink-2",
                )}
              >
                <span>
                  <Kbd keys={tellWords[tell].key} look={on ? "filled" : "boxed"} />
                </span>
                <span>{tellWords[tell].words}</span>
                {on && (
                  <span className="pl-4 font-mono text-small font-normal text-ink-3">
                    <span className="sr-only">heard at </span>
                    {clockFigures(second)}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
