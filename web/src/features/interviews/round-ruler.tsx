import { clockFigures, cx } from "../../ui/index.ts"
import { leftOut, type Place, type RoundState, secondsAt } from "./round-state.ts"

type RoundRulerProps = {
  places: ReadonlyArray<Place>
  /** Length of the round; null without a limit. */
  minutes: number | null
  state: RoundState
  second: number
  onEnter: (id: string) => void
}

/** No stretch is drawn so short that its name wouldn't fit. */
const leastHeight = 34
/** From here on a stretch has room for its question and its time under its name. */
const roomy = 64

/** The round drawn to scale, top to bottom: planned minutes at the edge, what is done ticked, a line for now. */
export function RoundRuler({ places, minutes, state, second, onEnter }: RoundRulerProps) {
  const planned = places.reduce((sum, place) => sum + place.minutes, 0)
  const total = Math.max(planned, minutes ?? 0)
  const shortest = Math.min(...places.map((place) => Math.max(place.minutes, 1)))
  const scale = Math.min(24, Math.max(680 / Math.max(total, 1), leastHeight / shortest))
  const y = (minutes: number) => minutes * scale
  const gone = Math.min(total, second / 60)
  const over = leftOut(state, places, second)
  return (
    <nav aria-label="Order of the round" className="py-6 pr-0 pl-6">
      <div className="relative ml-12 border-l border-rule" style={{ height: y(total) }}>
        {state.started && (
          <span
            aria-hidden="true"
            className="absolute top-0 -left-0.5 w-[3px] bg-ink-3"
            style={{ height: y(gone) }}
          />
        )}
        <ol>
          {places.map((place) => (
            <Stretch
              key={place.id}
              place={place}
              height={y(place.minutes)}
              state={state}
              spent={secondsAt(state, place.id, second)}
              missed={over.includes(place) && (state.skipped.has(place.id) || state.endedAt !== undefined)}
              onEnter={onEnter}
            />
          ))}
        </ol>
        {[...new Set([planned, total])].map((end) => (
          <span
            key={end}
            aria-hidden="true"
            className="absolute right-0 left-0 border-t border-rule"
            style={{ top: y(end) }}
          >
            <Minute at={end} />
          </span>
        ))}
        {state.started && <NowLine top={y(gone)} second={second} />}
      </div>
    </nav>
  )
}

function Minute({ at }: { at: number }) {
  return (
    <span className="absolute -top-2.5 -left-12 w-9 text-right font-mono text-small text-ink-3">
      {Math.round(at)}
    </span>
  )
}

function NowLine({ top, second }: { top: number; second: number }) {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute right-0 -left-px border-t border-accent"
      style={{ top }}
    >
      <span className="absolute -top-1 -left-1 size-2.25 rounded-full bg-accent" />
      <span className="absolute -top-2.5 -left-13 w-11 bg-paper text-right font-mono text-small font-semibold tracking-tight text-accent">
        {clockFigures(second)}
      </span>
    </span>
  )
}

type StretchProps = {
  place: Place
  height: number
  state: RoundState
  spent: number
  missed: boolean
  onEnter: (id: string) => void
}

function Stretch({ place, height, state, spent, missed, onEnter }: StretchProps) {
  const current = state.at === place.id && state.endedAt === undefined
  const done = !current && !missed && state.entered.has(place.id)
  const time = spent > 0 ? `${clockFigures(spent)} of ${inMinutes(place.minutes)}` : inMinutes(place.minutes)
  const wide = height >= roomy
  const over = spent > place.minutes * 60 + 30
  return (
    <li className="relative border-t border-rule" style={{ height }}>
      <Minute at={place.from} />
      <button
        type="button"
        aria-current={current ? "step" : undefined}
        onClick={() => onEnter(place.id)}
        className={cx(
          "max-h-full w-full cursor-pointer overflow-hidden py-1.5 pr-3 pl-4 text-left hover:bg-sunk focus-visible:-outline-offset-2",
          wide ? "grid" : "flex items-baseline gap-2",
        )}
      >
        <span
          className={cx(
            "flex min-w-0 items-baseline gap-2",
            current ? "font-semibold text-ink" : "text-ink-2",
          )}
        >
          {done && <Tick />}
          <span className={cx(wide ? "line-clamp-2" : "truncate", missed && "text-ink-3 line-through")}>
            {place.title}
          </span>
        </span>
        {wide && place.detail && (
          <span className={cx("truncate text-small", current ? "text-ink-2" : "text-ink-3")}>
            {place.detail}
          </span>
        )}
        <span className="shrink-0 truncate text-small text-ink-3">
          {missed
            ? state.skipped.has(place.id)
              ? "skipped"
              : "not asked"
            : wide
              ? time
              : time.replace(" min", spent > 0 ? "" : " min")}
          {over && !missed && <span className="font-medium text-warn"> over</span>}
        </span>
        {done && <span className="sr-only">done</span>}
      </button>
    </li>
  )
}

function inMinutes(count: number): string {
  return `${Math.round(count * 10) / 10} min`
}

function Tick() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 11 9"
      className="h-2.25 w-2.75 shrink-0 fill-none stroke-current stroke-[1.5]"
    >
      <path d="M1 4.6 4 7.6 10 1" />
    </svg>
  )
}
