import type { Ring, Stage } from "./stage.ts"

/**
 * Lindley's recursion for two stages in a row in one loop. Whether a server is idle can't be foreseen, and a processor that
 * guesses wrong loses more than the whole step takes: so a wait is (x + |x|) / 2, without a branch. That takes long to
 * come out, but meanwhile the other stage's is under way. It is exact: twice a whole number, halved.
 */
export function workTwo(
  first: Stage,
  second: Stage,
  arrivals: Ring,
  from: number,
  count: number,
  warmup: boolean,
): void {
  const { values: inn } = arrivals
  const { values: between } = first.out
  const { values: out } = second.out
  const base = from & arrivals.mask
  const [one, other] = [first.station, second.station]
  const waits = one.wait.block.values
  const into = one.wait.filled
  const waits2 = other.wait.block.values
  const into2 = other.wait.filled
  const { values: services, at } = one.options.service
  const { values: services2, at: at2 } = other.options.service
  let { last } = first
  let { last: last2 } = second
  let worked = 0
  let worked2 = 0
  for (let i = 0; i < count; i += 1) {
    const come = inn[base + i] as number
    const lead = last - come
    const wait = (lead + Math.abs(lead)) * 0.5
    const takes = services[at + i] as number
    last = come + takes + wait
    waits[into + i] = wait
    between[base + i] = last
    worked += takes
    const lead2 = last2 - last
    const wait2 = (lead2 + Math.abs(lead2)) * 0.5
    const takes2 = services2[at2 + i] as number
    last2 = last + takes2 + wait2
    waits2[into2 + i] = wait2
    out[base + i] = last2
    worked2 += takes2
  }
  first.book(arrivals, from, count, warmup, last, worked)
  second.book(first.out, from, count, warmup, last2, worked2)
}
