import { scaleWidth, scaleX } from "./scale-geometry.ts"
import { ScaleGround } from "./scale-ground.tsx"

export type CompositeMarkProps = {
  /** Undefined while a competency has no rating: the composite is then incomplete, and says so. */
  value?: number
  /** Undefined with a single rater. */
  interval?: { low: number; high: number }
}

/** The composite as a mark in its interval, on the ticks the dots above it use. */
export function CompositeMark({ value, interval }: CompositeMarkProps) {
  const sentence =
    value === undefined
      ? "Composite: incomplete."
      : interval
        ? `Composite ${value.toFixed(1)}, interval ${interval.low.toFixed(1)} to ${interval.high.toFixed(1)}.`
        : `Composite ${value.toFixed(1)}, one rater, no interval.`
  return (
    <svg role="img" aria-label={sentence} width={scaleWidth} height={38} className="block">
      <ScaleGround height={38} />
      {interval && (
        <>
          <rect
            x={scaleX(interval.low)}
            width={scaleX(interval.high) - scaleX(interval.low)}
            y={14}
            height={10}
            className="fill-accent-line/40"
          />
          <path
            d={`M${scaleX(interval.low)} 13.5v11M${scaleX(interval.high)} 13.5v11`}
            className="stroke-accent stroke-[1.5]"
          />
        </>
      )}
      {value !== undefined && (
        <rect x={scaleX(value) - 1.5} width={3} y={10} height={18} className="fill-accent" />
      )}
    </svg>
  )
}
