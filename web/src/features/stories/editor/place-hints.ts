export type Placed = { id: string; top: number }

/**
 * Where hints stand in the margin: each beside its sentence as far as there is room, in the order of the sentences, none
 * over another and none above the top. The awake one keeps its place and the others make way; without one, the first does.
 */
export function placeHints(
  hints: readonly { id: string; wanted: number; height: number }[],
  awake: string | undefined,
  gap: number,
): Placed[] {
  const inOrder = hints.toSorted((a, b) => a.wanted - b.wanted)
  const tops = inOrder.map(({ wanted }) => Math.max(0, wanted))
  const height = (i: number) => (inOrder[i]?.height ?? 0) + gap
  const top = (i: number) => tops[i] ?? 0
  const fixed = Math.max(
    0,
    inOrder.findIndex(({ id }) => id === awake),
  )
  for (let i = fixed - 1; i >= 0; i--) tops[i] = Math.min(top(i), top(i + 1) - height(i))
  // What was pushed over the top comes down again, and takes the awake one along if it must.
  for (let i = 0; i < tops.length; i++) tops[i] = Math.max(top(i), i === 0 ? 0 : top(i - 1) + height(i - 1))
  return inOrder.map(({ id }, i) => ({ id, top: top(i) }))
}
