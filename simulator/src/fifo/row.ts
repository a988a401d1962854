import type { Engine } from "../engine/engine.ts"
import { Sink } from "../engine/nodes/sink.ts"
import { Source } from "../engine/nodes/source.ts"
import { Station } from "../engine/nodes/station.ts"

/** A network without branches: a source, stations in a row, a sink. */
export interface Row {
  source: Source
  stations: Station[]
  sink: Sink
}

/** The network as a row that can be worked through record by record, or null when it needs the event list. */
export function rowOf(engine: Engine): Row | null {
  const [source, ...others] = engine.nodes
  const sink = others.pop()
  if (
    !(source instanceof Source) ||
    !(sink instanceof Sink) ||
    engine.bounds.customers === Number.POSITIVE_INFINITY
  )
    return null
  const { batchSize, lag, keys } = source.options
  if (batchSize !== 1 || lag !== null || keys !== null) return null
  if (sink.objectives.length > 0 || sink.eventTime !== null || sink.together !== null) return null
  const stations = others.filter((node) => node instanceof Station)
  if (stations.length === 0 || stations.length !== others.length || stations.some((one) => !isFifo(one)))
    return null
  const inRow = [source, ...stations].every((node, at) => node.out === (stations[at] ?? sink))
  return inRow ? { source, stations, sink } : null
}

const isFifo = ({ options }: Station) => options.vacation === null && options.byPriority !== true

/** Single servers with room for all: what Lindley's recursion can do. */
export const isLindley = ({ stations }: Row): boolean =>
  stations.every(({ options }) => options.servers === 1 && options.buffer === Number.POSITIVE_INFINITY)

/** What a run without an event list has counted. */
interface Booking {
  emitted: number
  delivered: number
  lost: number
  /** Services that ended, over all stations. */
  served: number
  most: number
  /** Records that had left when the warm-up was over. */
  start: number
}

/** Enters it in the engine's books, as the event list would have done. */
export function bookRow(
  engine: Engine,
  { source, sink }: Row,
  { emitted, delivered, lost, served, most, start }: Booking,
): void {
  engine.emitted = emitted
  engine.delivered = delivered
  engine.dropped = lost
  engine.events = emitted + served
  engine.records.live = emitted - delivered - lost
  engine.records.most = most
  const end = engine.time[0] as number
  const from = engine.measuredFrom[0] as number
  const passed = (ticks: number, count: number) => ({
    ticks,
    came: count,
    left: count,
    lost: 0,
    failed: 0,
    area: 0,
    busyArea: 0,
  })
  source.tally.set(passed(end, emitted), passed(from, Math.min(engine.bounds.warmup, emitted)), 0, 0)
  sink.tally.set(passed(end, delivered), passed(from, start), 0, 0)
}
