import { clockFigures, cx, Kbd } from "../../../ui/index.ts"
import { type Cue, isDue } from "./cues.ts"

type CueLineProps = {
  cues: ReadonlyArray<Cue>
  shown: Cue | undefined
  cued: ReadonlyMap<number, number> | undefined
  /** Of the clock that the moments go by. */
  second: number
  onPick: (index: number) => void
  onCue: () => void
}

/** The moments in their order, and the words of the one that comes next: said in as many words, then marked as brought in. */
export function CueLine({ cues, shown, cued, second, onPick, onCue }: CueLineProps) {
  const due = shown !== undefined && isDue(shown, cued, second)
  return (
    <>
      <ol aria-label="What to bring in" className="flex min-w-0 flex-wrap gap-x-1 gap-y-1">
        {cues.map((cue) => {
          const brought = cued?.get(cue.index)
          return (
            <li key={cue.index} className="min-w-0">
              <button
                type="button"
                aria-pressed={cue === shown}
                title={cue.moment}
                onClick={() => onPick(cue.index)}
                className={cx(
                  "block max-w-44 cursor-pointer truncate rounded-control border px-2 py-0.75 text-small",
                  cue === shown ? "border-edge text-ink" : "border-transparent text-ink-2 hover:text-ink",
                  isDue(cue, cued, second) && "font-semibold text-warn",
                  brought !== undefined && "text-ink-3",
                )}
              >
                {brought === undefined ? label(cue) : `✓ ${clockFigures(brought)}`}
              </button>
            </li>
          )
        })}
      </ol>
      {shown && (
        <div className="flex min-w-0 basis-full items-baseline gap-x-4">
          <p className="min-w-0 flex-1 max-lg:line-clamp-3">
            <span className={cx("mr-2 text-small", due ? "font-semibold text-warn" : "text-ink-2")}>
              {due ? `Now: ${shown.moment}` : shown.moment}
            </span>
            <span className="read text-[1rem]/6">{shown.text}</span>
          </p>
          <button
            type="button"
            aria-pressed={cued?.has(shown.index) ?? false}
            onClick={onCue}
            className="word inline-flex min-h-8 shrink-0 cursor-pointer items-center gap-2"
          >
            {cued?.has(shown.index) ? "Take back" : "Brought in"}
            <span className="contents max-sm:hidden pointer-coarse:hidden">
              <Kbd keys="t" />
            </span>
          </button>
        </div>
      )}
    </>
  )
}

/** Its minute, or where only the talk brings it the moment itself. */
const label = ({ at, moment }: Cue) => (at === undefined ? moment : `${Math.round(at / 60)} min`)
