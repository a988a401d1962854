import { cx } from "./cx.ts"
import type { MouseEvent } from "react"
import {
  type DotGroup,
  groupDots,
  placeDots,
  placeNames,
  type ScaleRating,
  scaleSentence,
  scaleWidth,
  scaleX,
} from "./scale-geometry.ts"
import { ScaleGround } from "./scale-ground.tsx"

export type DotScaleProps = {
  /** What is rated; begins the text alternative. */
  label: string
  ratings: ReadonlyArray<ScaleRating>
  /** Id of the rating being looked at: filled in teal with a ring. */
  chosen?: string
  /** Makes each dot a button. */
  onChoose?: (id: string) => void
  /** Writes the raters' names under their dots, for the row under discussion. */
  named?: boolean
}

/** One dot a rater on five ticks; a line for the spread; a hollow dot where a score stood before the debrief. */
export function DotScale({ label, ratings, chosen, onChoose, named = false }: DotScaleProps) {
  const dots = placeDots(ratings)
  const names = named ? placeNames(ratings, chosen) : []
  const lines = names.some((name) => name.line === 1) ? 2 : 1
  const height = named ? 42 + lines * 18 : 38
  const y = named ? 22 : 19
  const xs = dots.map((dot) => dot.x)
  return (
    <div className="relative" style={{ width: scaleWidth, height }}>
      <svg
        role="img"
        aria-label={`${label}: ${scaleSentence(ratings)}`}
        width={scaleWidth}
        height={height}
        className="block"
      >
        <ScaleGround height={height} />
        {dots.length > 1 && (
          <line x1={Math.min(...xs)} x2={Math.max(...xs)} y1={y} y2={y} className="stroke-edge stroke-2" />
        )}
        {ratings.map(({ id, before, score }) =>
          before === undefined || before === score ? null : (
            <circle key={id} cx={scaleX(before)} cy={y} r={5} className="fill-(--ground) stroke-ink-2" />
          ),
        )}
        {dots.map(({ rating, x }) => (
          <Dot key={rating.id} x={x} y={y} chosen={rating.id === chosen} strong={named} />
        ))}
        {names.map((name) => (
          <text
            key={name.text}
            x={name.x}
            y={y + 26 + name.line * 17}
            textAnchor="middle"
            className={cx(
              "fill-ink-2 stroke-(--ground) stroke-4 text-small [paint-order:stroke]",
              name.chosen && "fill-ink",
            )}
          >
            {name.text}
          </text>
        ))}
      </svg>
      {onChoose &&
        groupDots(dots).map((group) => (
          <GroupButton key={group.x} group={group} y={y} chosen={chosen} onChoose={onChoose} />
        ))}
    </div>
  )
}

type GroupButtonProps = { group: DotGroup; y: number; chosen?: string; onChoose: (id: string) => void }

/**
 * One target for dots that stand close: each alone would be too small to press. A pointer chooses the dot nearest to it;
 * the keyboard goes through them in turn.
 */
function GroupButton({ group, y, chosen, onChoose }: GroupButtonProps) {
  const { dots, x, width } = group
  const at = dots.findIndex((dot) => dot.rating.id === chosen)
  const choose = (event: MouseEvent<HTMLButtonElement>) => {
    const byKeyboard = event.detail === 0
    const pointed = x - width / 2 + event.nativeEvent.offsetX
    const nearest = dots.toSorted((a, b) => Math.abs(a.x - pointed) - Math.abs(b.x - pointed))[0]
    const dot = byKeyboard ? dots[(at + 1) % dots.length] : nearest
    if (dot) onChoose(dot.rating.id)
  }
  return (
    <button
      type="button"
      aria-label={dots
        .map(({ rating }) => `${rating.rater}: ${Math.round(rating.score * 10) / 10}`)
        .join(", ")}
      aria-pressed={at >= 0}
      onClick={choose}
      className="absolute h-7 -translate-x-1/2 -translate-y-1/2 cursor-pointer"
      style={{ left: x, top: y, width }}
    />
  )
}

function Dot({ x, y, chosen, strong }: { x: number; y: number; chosen: boolean; strong: boolean }) {
  if (!chosen) {
    const ink = strong ? "fill-ink" : "fill-ink-2"
    return (
      <circle cx={x} cy={y} r={5.5} className={`${ink} stroke-(--ground) stroke-4 [paint-order:stroke]`} />
    )
  }
  return (
    <>
      <circle cx={x} cy={y} r={10.5} className="fill-(--ground) stroke-accent stroke-2" />
      <circle cx={x} cy={y} r={7.5} className="fill-accent" />
    </>
  )
}
