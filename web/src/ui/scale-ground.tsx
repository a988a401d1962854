import { scaleEdge, scalePitch, scaleWidth, scaleX } from "./scale-geometry.ts"

const scores = [1, 2, 3, 4, 5]

/** Five ticks through the full height, so that rows under one another read as one scale. */
export function ScaleGround({ height }: { height: number }) {
  return scores.map((score) => (
    <line key={score} x1={scaleX(score)} x2={scaleX(score)} y1={0} y2={height} className="stroke-rule" />
  ))
}

/** The head of a column of scales: 1 to 5, with the three words that name them. */
export function ScaleHead({ words = ["below", "meets", "exceeds"] }: { words?: [string, string, string] }) {
  return (
    <span className="block text-center text-small text-ink-2" style={{ width: scaleWidth }}>
      <span className="flex" style={{ padding: `0 ${scaleEdge - scalePitch / 2}px` }}>
        {scores.map((score) => (
          <span key={score} className="flex justify-center" style={{ width: scalePitch }}>
            <span className="grid">
              <span className="whitespace-nowrap">{score % 2 === 1 ? words[(score - 1) / 2] : "\u00a0"}</span>
              <span>{score}</span>
            </span>
          </span>
        ))}
      </span>
    </span>
  )
}
