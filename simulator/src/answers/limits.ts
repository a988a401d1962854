import type { Network, Placed } from "../network/placed.ts"
import type { ComponentAnswer } from "./answer.ts"
import { serversOf } from "./components.ts"
import { count, figure, lengthOfTime, percent } from "./words.ts"

/** Work for more than this share of the time, with more coming than going, is too much. */
const TOO_MUCH = 0.98

/** Less work than this says nothing about how much would be too much. */
const LEAST_SEEN = 1e-6

/** What holds the design back, in words with numbers; the worst first. */
export function limitsOf(
  network: Network,
  components: Record<string, ComponentAnswer>,
  observed: number,
): string[] {
  const said: string[] = []
  const busy = Object.entries(components)
    .filter(([, { utilisation, arrivalRate }]) => utilisation !== null && arrivalRate > 0)
    .toSorted(([, a], [, b]) => (b.utilisation ?? 0) - (a.utilisation ?? 0))
  for (const [id, one] of busy) {
    const placed = network.placed.get(id) as Placed
    const growing = (one.arrivalRate - one.throughput) * observed - one.lost - one.failed
    const servers = serversOf(placed.part)
    if ((one.utilisation ?? 0) > TOO_MUCH && growing > 3 * Math.sqrt(one.arrivalRate * observed))
      said.push(
        `${id} can’t keep up: ${figure(one.arrivalRate)} records come a second and ${figure(one.throughput)} leave, so its backlog grows by ${figure(Math.max(growing / observed, 0) * 60)} a minute.`,
      )
    else if (said.length === 0 && (one.utilisation ?? 0) > LEAST_SEEN)
      said.push(
        `${id} is the busiest: ${percent(one.utilisation ?? 0)} of ${count(servers, "server")}. At ${figure(one.throughput / (one.utilisation ?? 1))} records a second (${figure(1 / (one.utilisation ?? 1))} times today’s) it would be full.`,
      )
  }
  for (const [id, one] of Object.entries(components)) {
    if (one.lossShare > 0)
      said.push(`${id} loses ${percent(one.lossShare)} of what comes: ${count(one.lost, "record")}.`)
    if (one.failed > 0) said.push(`${id} refuses ${count(one.failed, "record")} as bad.`)
  }
  return [...said, ...aboutTheRun(network)]
}

function aboutTheRun({ engine, tick, design }: Network): string[] {
  const simulated = (engine.time[0] as number) * tick
  switch (engine.ended) {
    case "events":
      return [
        `The run was stopped at its bound of events, after ${lengthOfTime(simulated)} of simulated time: read its figures as a beginning.`,
      ]
    case "records":
      return [
        `The run was stopped after ${lengthOfTime(simulated)} of simulated time: ${figure(engine.records.live)} records were under way at once, and the backlog only grew.`,
      ]
    case "quiet":
      return [
        `Only ${figure(engine.completed)} of ${figure(design.run.customers ?? 0)} records were completed in ${lengthOfTime(simulated)} of simulated time.`,
      ]
    default:
      return []
  }
}
