import type { BatchStation } from "../engine/nodes/batch-station.ts"
import type { Hold } from "../engine/nodes/hold.ts"
import type { Join } from "../engine/nodes/join.ts"
import type { Router } from "../engine/nodes/router.ts"
import type { Sink } from "../engine/nodes/sink.ts"
import type { Source } from "../engine/nodes/source.ts"
import type { Station } from "../engine/nodes/station.ts"
import type { Tap } from "../engine/nodes/tap.ts"
import type { Metric } from "../engine/metric.ts"
import type { Node } from "../engine/node.ts"

/** What a component consists of in the engine. */
export interface Part {
  /** Where records come in, and from where they go on. */
  entry: Node
  exit: Node
  /** What works there: what faults stop and slow, and whose utilisation is reported. */
  workers?: (Station | BatchStation)[]
  /** Waits in the line before the workers. */
  wait?: Metric
  /** Where records are held that nobody works on. */
  holds?: Hold[]
  /** Where keys decide the way. */
  router?: Router
  source?: Source
  sink?: Sink
  /** Checks of its own that refuse or lose records. */
  taps?: Tap[]
  /** Where the parts of forked records meet. */
  joins?: Join
  /** With several links out, each is used in its turn. */
  inTurn?: boolean
  /** Machines that its workers are spread over evenly. */
  brokers?: number
  /** What else happens when it crashes. */
  crashed?: () => void
  /** Counts that only this kind of component has. */
  counts?: () => Record<string, number>
}
