import { clockFigures } from "../../ui/index.ts"
import { placed, Row } from "./row.tsx"
import { ticksOf } from "./shapes.ts"

/** The minutes under the score, and the length aimed at where the recording reaches it. */
export function TimeAxis({ durationMs, aimMs }: { durationMs: number; aimMs: number }) {
  const near = (a: number, b: number) => Math.abs(a - b) < durationMs * 0.09
  const marked = aimMs < durationMs
  const ticks = ticksOf(durationMs).filter(
    (at) => at === 0 || (!near(at, durationMs) && !(marked && near(at, aimMs))),
  )
  return (
    <Row label="">
      <div aria-hidden="true" className="relative h-6 border-t border-edge text-small text-ink-3">
        {ticks.map((at) => (
          <Tick key={at} at={at} durationMs={durationMs} words={clockFigures(at / 1000)} />
        ))}
        {marked && !near(aimMs, durationMs) && (
          <Tick at={aimMs} durationMs={durationMs} words={`${clockFigures(aimMs / 1000)} aim`} strong />
        )}
        <Tick at={durationMs} durationMs={durationMs} words={clockFigures(durationMs / 1000)} />
      </div>
    </Row>
  )
}

type TickProps = { at: number; durationMs: number; words: string; strong?: boolean }

function Tick({ at, durationMs, words, strong = false }: TickProps) {
  const shift = at === 0 ? "" : at >= durationMs ? "-translate-x-full" : "-translate-x-1/2"
  return (
    <>
      <span
        className={strong ? "absolute h-1.5 border-l border-ink" : "absolute h-1.5 border-l border-edge"}
        style={{ left: at >= durationMs ? "calc(100% - 1px)" : placed(at, durationMs) }}
      />
      <span
        className={`absolute top-1.5 whitespace-nowrap ${shift} ${strong ? "text-ink" : ""}`}
        style={{ left: placed(at, durationMs) }}
      >
        {words}
      </span>
    </>
  )
}
