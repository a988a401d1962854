/** What a form holds, what it began from, and the version that was saved as. */
export type Held<Values> = { mine: Values; base: Values; version: number }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What a form holds once `saved` is what the server has. Untouched, it follows; touched, it keeps what was typed, moves on
 * where others changed other things, and otherwise stays on its old version, so that nothing is overwritten unseen.
 * Values are compared as JSON: give the same fields in the same order.
 */
export function meet<Values>(held: Held<Values>, saved: Values, version: number): Held<Values> {
  if (version === held.version) return held
  if (same(held.mine, held.base) || same(held.mine, saved)) return { mine: saved, base: saved, version }
  if (same(saved, held.base)) return { ...held, version }
  return held
}
