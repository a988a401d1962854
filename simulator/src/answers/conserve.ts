import type { Network } from "../network/placed.ts"
import type { Conservation } from "./answer.ts"

/** The books of a run don't balance: a fault of the engine, never of a design. */
export class ConservationError extends Error {}

/**
 * Holds three accounts of a run against each other: what came and what became of it, the records found in the nodes, and
 * (Little's law) the time under the course of each node's population against the times of its records.
 */
export function conserve(network: Network, method: "events" | "fifo"): Conservation {
  const { engine } = network
  const { emitted, copied, delivered, dropped, failed, merged } = engine
  const inside = emitted + copied - delivered - dropped - failed - merged
  const present = engine.nodes.reduce((sum, { tally }) => sum + tally.present, 0)
  const problems: string[] = []
  if (inside !== engine.records.live)
    problems.push(`${inside} records should be inside, ${engine.records.live} are`)
  // A record may be between two nodes when the last completion ends the run in the middle of a step.
  if (method === "events") checkNodes(network, problems)
  else if (engine.ended === "customers" && present !== inside)
    problems.push(`${present} of ${inside} records are in a node`)
  if (problems.length > 0) throw new ConservationError(problems.join("; "))
  return { emitted, copied, delivered, dropped, failed, merged, inside, holds: true }
}

function checkNodes({ engine }: Network, problems: string[]): void {
  const now = engine.time[0] as number
  const seen = new Set<number>()
  for (const node of engine.nodes) {
    const { id, tally } = node
    let held = 0
    let stay = tally.stay
    node.eachHeld((row) => {
      held += 1
      stay += now - (engine.records.came[row] as number)
      if (seen.has(row)) problems.push(`a record is in ${id} and elsewhere`)
      seen.add(row)
    })
    if (held !== tally.present) problems.push(`${id} counts ${tally.present} records and holds ${held}`)
    const { area } = tally.total()
    if (Math.abs(area - stay) > 1e-9 * Math.max(area, 1))
      problems.push(`Little’s law fails in ${id}: ${area} and ${stay}`)
  }
  if (engine.records.live - seen.size > 0 && engine.ended !== "customers" && engine.ended !== "records")
    problems.push(`${engine.records.live - seen.size} records are nowhere`)
}
