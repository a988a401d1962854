import type { Quantity } from "./quantity.ts"

const FACTOR = /^(?:hundred|thousand|grand|million|billion|\d[\d.,']*(k|m|mn|bn))$/
const SIZE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  grand: 1_000,
  k: 1_000,
  million: 1_000_000,
  m: 1_000_000,
  mn: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
}

const isBare = ({ kind, unit }: Quantity): boolean => kind === "count" && unit === ""

/** Whether two quantities are told as one pair: "14 to 52 thousand", "50 minutes down to 20", "between 4 and 11". */
function areOnePair(words: readonly string[], a: Quantity, b: Quantity): boolean {
  const between = words.slice(a.to, b.from)
  if (between.length === 0 || between.length > 2 || a.kind === "clock" || b.kind === "clock") return false
  if (between.at(-1) === "and") return between.length === 1 && words[a.from - 1] === "between"
  return (
    /^(?:to|or)$/.test(between.at(-1) ?? "") &&
    (between.length === 1 || /^(?:down|up)$/.test(between[0] ?? ""))
  )
}

/** The word that makes thousands of a number, as 1,000; 1 when it has none. */
function sizeOf(words: readonly string[], { from, to }: Quantity): number {
  for (const word of words.slice(from, to)) {
    const m = FACTOR.exec(word)
    if (m) return SIZE[m[1] ?? word] ?? 1
  }
  return 1
}

/**
 * What the two ends of a pair say only once holds for both: "14 to 52 thousand" begins at 14,000, and "50 minutes to 20" ends at
 * 20 minutes. A first number that is already of the second's size ("900 to 2 thousand") keeps its value.
 */
export function shareUnits(words: readonly string[], quantities: readonly Quantity[]): Quantity[] {
  const shared = [...quantities]
  for (let i = 0; i + 1 < shared.length; i++) {
    const [a, b] = [shared[i] as Quantity, shared[i + 1] as Quantity]
    if (!areOnePair(words, a, b)) continue
    const size = sizeOf(words, b)
    const grows = sizeOf(words, a) === 1 && size > 1 && a.value !== undefined && a.value < size / 10
    const value = grows ? (a.value as number) * size : a.value
    const [from, to] = [isBare(a) ? b : a, isBare(b) ? a : b]
    shared[i] = { ...a, value, kind: from.kind, unit: from.unit }
    shared[i + 1] = { ...b, kind: to.kind, unit: to.unit }
  }
  return shared
}
