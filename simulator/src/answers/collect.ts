import { OLDEST, type Sink } from "../engine/nodes/sink.ts"
import type { Network } from "../network/placed.ts"
import type { Answer, ConsumerAnswer, FaultAnswer, ObjectiveAnswer } from "./answer.ts"
import { componentAnswers } from "./components.ts"
import { conserve } from "./conserve.ts"
import { costOf, storedBytes } from "./cost.ts"
import { limitsOf } from "./limits.ts"
import { lengthOfTime, percent } from "./words.ts"

const INTERVALS =
  "95 % by batch means: 6 to 19 batches of equal count, merged while neighbours are alike; for quantiles the share below them"

/** The answer of a run that has ended, without growth and the time it took. */
export function collect(network: Network, method: "events" | "fifo"): Omit<Answer, "wallMs" | "growth"> {
  const { engine, tick } = network
  const conservation = conserve(network, method)
  const end = engine.time[0] as number
  const observed = Math.max(end - (engine.measuredFrom[0] as number), 0) * tick
  const sinks = [...network.placed].flatMap(([id, { sink }]) => (sink === null ? [] : [{ id, sink }]))
  const components = componentAnswers(network)
  const lines = costOf(network, components, observed)
  const latency = network.latency.summary(tick)
  const faults = faultAnswers(network)
  return {
    ok: true,
    mode: "exact",
    method,
    seed: network.seed,
    tick,
    events: engine.events,
    ended: engine.ended ?? "events",
    simulated: end * tick,
    observed,
    throughput:
      observed > 0 ? sinks.reduce((sum, { sink }) => sum + sink.tally.measured().left, 0) / observed : 0,
    components,
    endToEnd: { count: latency.count, latency, eventTime: eventTimeOf(sinks, tick) ?? latency },
    consumers: Object.fromEntries(
      sinks.map(({ id, sink }) => [id, consumerOf(sink, tick, sinks.length === 1 ? latency : null)]),
    ),
    backlog: {
      mean: Object.values(components).reduce((sum, { present }) => sum + present.mean, 0),
      max: engine.records.most,
      atEnd: engine.records.live,
      drain: faults.some(({ drain }) => drain === null)
        ? null
        : Math.max(0, ...faults.map(({ drain }) => drain ?? 0)),
    },
    loss: lossOf(network),
    duplicates: {
      made: engine.nodes.reduce(
        (sum, node) =>
          sum +
          ("doubled" in node ? Number(node.doubled) : 0) +
          ("replayed" in node ? Number(node.replayed) : 0),
        0,
      ),
      delivered: sinks.reduce((sum, { sink }) => sum + sink.duplicates, 0),
    },
    objectives: objectiveAnswers(network),
    faults,
    storedBytes: storedBytes(lines),
    cost: { perMonth: lines.reduce((sum, { perMonth }) => sum + perMonth, 0), currency: "USD", lines },
    limits: limitsOf(network, components, observed),
    conservation,
    intervals: INTERVALS,
  }
}

/** Latency by event time, of the sink with the most records where there are several. */
function eventTimeOf(sinks: { sink: Sink }[], tick: number) {
  const summaries = sinks.flatMap(({ sink }) =>
    sink.eventTime === null ? [] : [sink.eventTime.summary(tick)],
  )
  return summaries.toSorted((a, b) => b.count - a.count)[0]
}

function consumerOf(sink: Sink, tick: number, latency: Answer["endToEnd"]["latency"] | null): ConsumerAnswer {
  return {
    latency: latency ?? sink.latency.summary(tick),
    staleness: { mean: sink.meanAge() * tick, max: (sink.age[OLDEST] as number) * tick },
    duplicates: sink.duplicates,
  }
}

function lossOf({ engine }: Network): Answer["loss"] {
  const late = engine.nodes.reduce(
    (sum, node) => sum + ("late" in node && typeof node.late === "number" ? node.late : 0),
    0,
  )
  const { dropped, failed, emitted, copied } = engine
  const total = emitted + copied
  return { dropped, failed, late, share: total > 0 ? (dropped + failed) / total : 0 }
}

function objectiveAnswers({ design, placed, tick }: Network): ObjectiveAnswer[] {
  const found: ObjectiveAnswer[] = []
  for (const [id, { sink }] of placed) {
    const own = design.objectives.filter(({ component }) => component === null || component === id)
    for (const [at, objective] of (sink?.objectives ?? []).entries()) {
      objective.close()
      const { share, within } = own[at] ?? { share: 0, within: 0 }
      const brokenAt = objective.broken === null ? null : objective.broken * tick
      const promise = `${id}: ${percent(share)} of records within ${lengthOfTime(within)}`
      const text =
        brokenAt === null
          ? `${promise}: kept in all ${objective.windows} windows.`
          : `${promise}: broken first in minute ${Math.floor(brokenAt / 60) + 1}, and in ${objective.brokenWindows} of ${objective.windows} windows.`
      found.push({ component: id, share, within, met: brokenAt === null, brokenAt, text })
    }
  }
  return found
}

function faultAnswers({ design, engine, tick }: Network): FaultAnswer[] {
  const lasting = design.faults.filter((fault) => fault.type !== "price-change")
  // Faults that never began have no drain yet; those that did stand in the order in which they began.
  const begun = lasting.toSorted((a, b) => a.at - b.at).slice(0, engine.drains.all.length)
  return begun.map(({ type, component }, at) => {
    const { from, until, drained } = engine.drains.all[at] ?? { from: 0, until: 0, drained: null }
    return {
      type,
      component,
      from: from * tick,
      until: until * tick,
      drain: drained === null ? null : Math.max(drained - until, 0) * tick,
    }
  })
}
