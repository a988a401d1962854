import { minutesOf, type Quantity } from "./quantities.ts"

/** A before and an after told together, with what was claimed about the difference. */
export interface Change {
  start: number
  end: number
  before: number
  after: number
  /** What was claimed: percent of the change, a factor, or an amount saved. Nothing when no claim stands beside it. */
  claimed: { kind: "percent" | "times" | "amount"; value: number } | undefined
  /** Whether the claim agrees with the two numbers, rounding allowed; nothing without a claim. */
  holds: boolean | undefined
}

const comparable = (a: Quantity, b: Quantity): boolean =>
  a.kind === b.kind ||
  (a.kind === "count" && a.unit === "") ||
  (b.kind === "count" && b.unit === "") ||
  (a.kind === "count" && b.kind !== "clock")

const LESS =
  /^(drop|dropped|fell|down|less|fewer|cheaper|faster|saving|saved|save|reduction|cut|reduced|lower|decrease|off|shaved|shorter|under)$/

function valuesOf(a: Quantity, b: Quantity): [number, number] | undefined {
  const minutes: [number | undefined, number | undefined] = [minutesOf(a), minutesOf(b)]
  if (minutes[0] !== undefined && minutes[1] !== undefined) return [minutes[0], minutes[1]]
  return a.value === undefined || b.value === undefined ? undefined : [a.value, b.value]
}

/** Whether the unit stands only with the first: "50 minutes to 20" is a change, "20 to 50 minutes" a range. */
const onlyFirstHasUnit = (a: Quantity, b: Quantity): boolean =>
  a.kind === b.kind && a.kind !== "count" && a.to - a.from > b.to - b.from

const near = (claimed: number, actual: number, tolerance: number) => Math.abs(claimed - actual) <= tolerance

function agrees(claimed: NonNullable<Change["claimed"]>, before: number, after: number): boolean {
  if (claimed.kind === "percent") {
    if (before === 0) return false
    const change = (Math.abs(after - before) / before) * 100
    // "by 70 %" from 10 to 3, and "to 30 %" of it, are both said; each within what rounding makes.
    return (
      near(claimed.value, change, Math.max(3, change * 0.05)) ||
      near(claimed.value, (after / before) * 100, 3)
    )
  }
  if (claimed.kind === "amount")
    return near(claimed.value, Math.abs(after - before), Math.abs(after - before) * 0.1)
  const factor = Math.max(before, after) / Math.max(1e-9, Math.min(before, after))
  return near(claimed.value, factor, factor * 0.15)
}

/** "From 40 minutes to 6", "6 minutes instead of 40", "40 → 6" in a sentence, with the arithmetic checked. */
export function changesIn(words: readonly string[], quantities: readonly Quantity[]): Change[] {
  const changes: Change[] = []
  for (let i = 0; i + 1 < quantities.length; i++) {
    const [a, b] = [quantities[i] as Quantity, quantities[i + 1] as Quantity]
    if (!comparable(a, b) || b.from - a.to > 8) continue
    const between = words.slice(a.to, b.from)
    const lead = words.slice(Math.max(0, a.from - 4), a.from)
    const forward =
      (lead.includes("from") && between.some((w) => w === "to" || w === "down" || w === "until")) ||
      between.some((w) => w === "→" || w === "->") ||
      (between.includes("to") && between.some((w) => w === "down" || w === "up")) ||
      (between.join() === "to" && onlyFirstHasUnit(a, b))
    const backward =
      between.join(" ").includes("instead of") ||
      (between.includes("from") && lead.some((w) => w === "to" || w === "now")) ||
      between.join(" ").includes("down from") ||
      between.join(" ").includes("up from")
    if (!forward && !backward) continue
    const values = valuesOf(a, b)
    if (!values) continue
    const [before, after] = forward ? values : [values[1], values[0]]
    i++ // A number that has ended one change doesn't begin the next.
    changes.push({
      start: a.start,
      end: b.end,
      before,
      after,
      ...claimBeside(words, quantities, [a, b], before, after),
    })
  }
  return changes
}

function claimBeside(
  words: readonly string[],
  quantities: readonly Quantity[],
  pair: readonly [Quantity, Quantity],
  before: number,
  after: number,
): Pick<Change, "claimed" | "holds"> {
  const [first, second] = pair
  for (const q of quantities) {
    if (pair.includes(q) || q.value === undefined) continue
    const around = words.slice(Math.max(0, q.from - 4), q.to + 4)
    const isClaim = around.some(
      (w) => LESS.test(w) || w === "by" || w === "more" || w === "increase" || w === "that's" || w === "is",
    )
    if (!isClaim) continue
    const kind =
      q.kind === "percent" && first.kind !== "percent" ? "percent" : q.kind === "times" ? "times" : undefined
    const isAmount =
      q.kind === first.kind &&
      q.kind === second.kind &&
      q.kind === "money" &&
      around.some((w) => w.startsWith("sav"))
    if (kind === undefined && !isAmount) continue
    const claimed = { kind: kind ?? "amount", value: q.value } as NonNullable<Change["claimed"]>
    return { claimed, holds: agrees(claimed, before, after) }
  }
  if (words.some((w) => w === "halved" || w === "half") && !quantities.some((q) => q.value === 0.5)) {
    const claimed = { kind: "times", value: 2 } as const
    return { claimed, holds: agrees(claimed, before, after) }
  }
  return { claimed: undefined, holds: undefined }
}
