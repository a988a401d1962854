/**
 * Draws `count` of these at random, none twice, in the order drawn; fewer when there are fewer. `random` answers from 0
 * up to but not including 1.
 */
export function draw<T>(from: ReadonlyArray<T>, count: number, random: () => number): T[] {
  const left = [...from]
  const drawn: T[] = []
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  return drawn
}
