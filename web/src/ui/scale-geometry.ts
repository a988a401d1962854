/** One rater's score on the anchored scale, and the one before the debrief if it was changed there. */
export type ScaleRating = { id: string; rater: string; score: number; before?: number }

export type PlacedDot = { rating: ScaleRating; x: number }
export type ScaleName = { text: string; x: number; line: 0 | 1; chosen: boolean }

/** Pixels between two ticks, from the edge to the first tick, and between dots that share a tick. */
export const scalePitch = 46
export const scaleEdge = 23
export const dotStep = 15
export const scaleWidth = scaleEdge * 2 + scalePitch * 4

/** Where a score from 1 to 5, whole or not, stands across the drawing; beyond the ends it is held at them. */
export function scaleX(score: number): number {
  return scaleEdge + (Math.min(5, Math.max(1, score)) - 1) * scalePitch
}

/** Stands every rating at its score; equal scores side by side, in the order given, around their tick. */
export function placeDots(ratings: ReadonlyArray<ScaleRating>): PlacedDot[] {
  return ratings.map((rating, at) => {
    const equal = ratings.filter((other) => other.score === rating.score)
    const before = ratings.slice(0, at).filter((other) => other.score === rating.score).length
    return { rating, x: scaleX(rating.score) + (before - (equal.length - 1) / 2) * dotStep }
  })
}

export type DotGroup = { dots: PlacedDot[]; x: number; width: number }

const leastTarget = 24

/** The target that some neighbouring dots make together: never under 24 px wide. */
function targetOf(dots: PlacedDot[]): DotGroup {
  const [low, high] = [dots[0]?.x ?? 0, dots.at(-1)?.x ?? 0]
  return { dots, x: (low + high) / 2, width: Math.max(leastTarget, high - low + dotStep) }
}

/** Dots with the targets they make, left to right: those that stand too close to be pressed apart share one. */
export function groupDots(dots: ReadonlyArray<PlacedDot>): DotGroup[] {
  const groups: DotGroup[] = []
  for (const dot of [...dots].sort((a, b) => a.x - b.x)) {
    let group = targetOf([dot])
    for (
      let left = groups.at(-1);
      left && left.x + left.width / 2 > group.x - group.width / 2;
      left = groups.at(-1)
    ) {
      groups.pop()
      group = targetOf([...left.dots, ...group.dots])
    }
    groups.push(group)
  }
  return groups
}

/** Names under the dots: equal scores share one; a name that would touch its neighbour goes a line lower. */
export function placeNames(ratings: ReadonlyArray<ScaleRating>, chosen?: string): ScaleName[] {
  const scores = [...new Set(ratings.map((rating) => rating.score))].sort((a, b) => a - b)
  const ends: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return scores.map((score) => {
    const group = ratings.filter((rating) => rating.score === score)
    const text = group.map((rating) => rating.rater).join(", ")
    const half = text.length * 3.1
    const x = scaleX(score)
    const line = x - half > ends[0] + 4 ? 0 : 1
    ends[line] = x + half
    return { text, x, line, chosen: group.some((rating) => rating.id === chosen) }
  })
}

/** The scale in a sentence, for those who don't see it: "Henrik 2, Pieter 4 (3 before the debrief). Spread 2 to 4." */
export function scaleSentence(ratings: ReadonlyArray<ScaleRating>): string {
  if (ratings.length === 0) return "Nobody has rated this."
  const scores = ratings.map((rating) => rating.score)
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  const each = ratings
    .map((rating) => {
      const changed = rating.before !== undefined && rating.before !== rating.score
      return `${rating.rater} ${rating.score}${changed ? ` (${rating.before} before the debrief)` : ""}`
    })
    .join(", ")
  if (ratings.length === 1) return `${each}. One rater.`
  return low === high ? `${each}. All agree on ${low}.` : `${each}. Spread ${low} to ${high}.`
}
