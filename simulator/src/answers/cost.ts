import type { CostLine } from "../cost/line.ts"
import { HOURS } from "../components/usage.ts"
import type { Component } from "../components/component.ts"
import type { Network, Placed } from "../network/placed.ts"
import type { ComponentAnswer } from "./answer.ts"

/** The monthly bill for what was used while observed (in seconds), scaled to a month of 730 hours. */
export function costOf(
  network: Network,
  components: Record<string, ComponentAnswer>,
  observed: number,
): CostLine[] {
  return network.design.components.flatMap(({ id }) => {
    const { kind, component } = network.placed.get(id) as Placed
    const answer = components[id]
    if (kind.cost === undefined || answer === undefined || observed <= 0) return []
    const lines = kind.cost(component as Parameters<NonNullable<Component["cost"]>>[0], {
      hours: HOURS,
      perMonth: (HOURS * 3600) / observed,
      came: answer.arrivalRate * observed,
      left: answer.throughput * observed,
      recordBytes: network.design.workload?.recordBytes ?? 1000,
      rate: answer.arrivalRate,
      utilisation: answer.utilisation ?? 0,
      counts: answer.counts ?? {},
    })
    const factor = priceFactor(network, id)
    return lines.map((line) => ({
      ...line,
      component: id,
      price: line.price * factor,
      perMonth: line.perMonth * factor,
    }))
  })
}

/** Mean of a component's price over the run, against the published one: price changes count from when they come. */
function priceFactor({ design, engine, tick }: Network, id: string): number {
  const end = (engine.time[0] as number) * tick
  const changes = design.faults
    .flatMap((fault) =>
      fault.type === "price-change" && fault.component === id && fault.at < end ? [fault] : [],
    )
    .toSorted((a, b) => a.at - b.at)
  let [sum, since, factor] = [0, 0, 1]
  for (const change of changes) {
    sum += factor * (change.at - since)
    since = change.at
    factor = change.factor
  }
  return end > 0 ? (sum + factor * (end - since)) / end : 1
}

/** Bytes that are kept, of all lines that are priced by the gigabyte and month. */
export const storedBytes = (lines: readonly CostLine[]): number =>
  lines.filter(({ unit }) => unit === "GB-month").reduce((sum, { quantity }) => sum + quantity * 1e9, 0)
