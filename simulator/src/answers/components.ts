import type { Part } from "../components/part.ts"
import type { Tally } from "../engine/tally.ts"
import { Station } from "../engine/nodes/station.ts"
import type { Network, Placed } from "../network/placed.ts"
import type { ComponentAnswer } from "./answer.ts"
import type { Summary } from "../engine/metric.ts"

const ZERO = { ticks: 0, came: 0, left: 0, lost: 0, failed: 0, area: 0, busyArea: 0 }

/** What was observed of every component, in the order of the design. */
export function componentAnswers({ design, placed, tick, engine }: Network): Record<string, ComponentAnswer> {
  const observed =
    (engine.time[0] as number) - Math.min(engine.measuredFrom[0] as number, engine.time[0] as number)
  return Object.fromEntries(
    design.components.map(({ id }) => [id, answerOf(placed.get(id) as Placed, tick, observed * tick)]),
  )
}

/** Servers that a component has. */
export const serversOf = ({ workers = [] }: Part): number =>
  workers.reduce((sum, { options }) => sum + options.servers, 0)

function answerOf({ component, part, tap, sink }: Placed, tick: number, seconds: number): ComponentAnswer {
  const workers = (part.workers ?? []).map(({ tally }) => tally)
  const inside = [
    ...workers,
    ...(part.holds ?? []).map(({ tally }) => tally),
    ...(part.joins ? [part.joins.tally] : []),
  ]
  const checks = [...(part.taps ?? []), ...(tap === null ? [] : [tap])].map(({ tally }) => tally)
  const all = sum([...inside, ...checks])
  const doors =
    workers.length > 0 ? workers : inside.length > 0 ? inside.slice(0, 1) : [(sink ?? part.entry).tally]
  const came = sum(doors).came + (tap === null ? 0 : sum([tap.tally]).lost + sum([tap.tally]).failed)
  const left = sum([part.exit.tally]).left || sum(inside.length > 0 ? inside : doors).left
  const servers = serversOf(part)
  const perSecond = (count: number) => (seconds > 0 ? count / seconds : 0)
  const ticks = sum(doors.slice(0, 1)).ticks
  return {
    type: component.type,
    arrivalRate: perSecond(came),
    throughput: perSecond(left),
    utilisation: servers > 0 ? (ticks > 0 ? sum(workers).busyArea / (servers * ticks) : 0) : null,
    wait: part.wait?.summary(tick) ?? null,
    ...byPriority(part, tick),
    present: {
      mean: ticks > 0 ? all.area / ticks : 0,
      max: inside.reduce((most, { most: one }) => most + one, 0),
      atEnd: inside.reduce((count, { present }) => count + present, 0),
    },
    lossShare: came > 0 ? all.lost / came : 0,
    lost: all.lost,
    failed: all.failed,
    ...(part.counts === undefined ? {} : { counts: part.counts() }),
  }
}

function sum(tallies: readonly Tally[]) {
  const total = { ...ZERO }
  for (const tally of tallies) {
    const { ticks, came, left, lost, failed, area, busyArea } = tally.measured()
    total.ticks = ticks
    total.came += came
    total.left += left
    total.lost += lost
    total.failed += failed
    total.area += area
    total.busyArea += busyArea
  }
  return total
}

function byPriority({ workers = [] }: Part, tick: number): { waitByPriority?: Record<string, Summary> } {
  const [worker] = workers
  if (!(worker instanceof Station) || worker.waitByPriority.length === 0) return {}
  const summaries = worker.waitByPriority.map((metric) => metric.summary(tick))
  return {
    waitByPriority: Object.fromEntries(
      summaries
        .map((summary, priority) => [String(priority), summary] as const)
        .filter(([, { count }]) => count > 0),
    ),
  }
}
