import { type KeyboardEvent, type PointerEvent, useMemo } from "react"
import { clockFigures } from "../../ui/index.ts"
import { percent, secondsWords } from "./heard-words.ts"
import { placed, Playhead, Row } from "./row.tsx"
import { waveOutline } from "./shapes.ts"
import { type Heard, LONG_PAUSE_MS, measures, pausesOf } from "./speech/index.ts"
import type { Player } from "./use-player.ts"

type HeardRowsProps = { heard: Heard | undefined; durationMs: number; aimMs: number; player: Player }

const COLUMNS = 480

/** The waveform, to click or steer by arrows, and beneath it where somebody speaks and where not. */
export function HeardRows({ heard, durationMs, aimMs, player }: HeardRowsProps) {
  return (
    <>
      <Row label="Sound">
        <Seek heard={heard} durationMs={durationMs} player={player} aimMs={aimMs} />
      </Row>
      {heard && (
        <Row label="Speech">
          <SpeechStrip heard={heard} durationMs={durationMs} />
        </Row>
      )}
    </>
  )
}

function Seek({ heard, durationMs, player, aimMs }: HeardRowsProps) {
  const outline = useMemo(() => (heard ? waveOutline(heard.peaks, COLUMNS) : ""), [heard])
  const to = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    player.seek(((event.clientX - box.left) / box.width) * durationMs)
  }
  const keys = (event: KeyboardEvent) => {
    const far = { Home: 0, End: durationMs }[event.key]
    if (far === undefined) return
    event.preventDefault()
    player.seek(far)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Place in the recording"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(player.atMs / 1000)}
      aria-valuetext={`${clockFigures(player.atMs / 1000)} of ${clockFigures(durationMs / 1000)}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        to(event)
      }}
      onPointerMove={(event) => event.buttons === 1 && to(event)}
      onKeyDown={keys}
      className="relative h-24 cursor-pointer touch-pan-y bg-sunk"
    >
      {outline !== "" && (
        <svg
          aria-hidden="true"
          viewBox="0 -1 1000 2"
          preserveAspectRatio="none"
          className="absolute inset-0 h-full w-full"
        >
          <polygon points={outline} className="fill-chart-2" />
        </svg>
      )}
      {outline !== "" && (
        <svg
          aria-hidden="true"
          viewBox="0 -1 1000 2"
          preserveAspectRatio="none"
          className="absolute inset-0 h-full w-full"
          style={{ clipPath: "inset(0 calc(100% - var(--at) * 100%) 0 0)" }}
        >
          <polygon points={outline} className="fill-accent" />
        </svg>
      )}
      {aimMs < durationMs && (
        <span
          aria-hidden="true"
          className="absolute inset-y-0 border-l border-ink"
          style={{ left: placed(aimMs, durationMs) }}
        />
      )}
      <Playhead />
    </div>
  )
}

/** Speech as bars; a pause that a listener notices is named by its length where there is room. */
function SpeechStrip({ heard, durationMs }: { heard: Heard; durationMs: number }) {
  const { speechShare } = measures(heard)
  const long = pausesOf(heard.stretches, LONG_PAUSE_MS)
  const label = `Speech in ${heard.stretches.length} stretches${speechShare === null ? "" : `, ${percent(speechShare)} of the time from the first word to the last`}; ${long.length} pauses of a second or more`
  return (
    <div role="img" aria-label={label} className="relative h-8">
      <span className="absolute inset-x-0 top-1.5 border-t border-rule" />
      {heard.stretches.map(([from, to]) => (
        <span
          key={from}
          className="absolute top-0 h-3 min-w-px bg-step-4"
          style={{ left: placed(from, durationMs), width: placed(to - from, durationMs) }}
        />
      ))}
      {apart(long, durationMs).map(([from, to]) => (
        <span
          key={from}
          className="absolute top-3.5 -translate-x-1/2 text-small leading-4 whitespace-nowrap text-ink-2"
          style={{
            left: placed(
              Math.min(Math.max((from + to) / 2, durationMs * 0.03), durationMs * 0.97),
              durationMs,
            ),
          }}
        >
          {secondsWords(to - from)}
        </span>
      ))}
      <Playhead />
    </div>
  )
}

/** The longest of them whose words don’t run into each other, also on a phone. */
function apart(pauses: readonly (readonly [number, number])[], durationMs: number) {
  const kept: (readonly [number, number])[] = []
  for (const one of pauses.toSorted(([a, b], [c, d]) => d - c - (b - a))) {
    if (kept.length >= 6) break
    if (kept.every(([from]) => Math.abs(from - one[0]) > durationMs * 0.13)) kept.push(one)
  }
  return kept
}
