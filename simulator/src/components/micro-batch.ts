import { priced } from "../cost/line.ts"
import { duration } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { RUN_SPEED, runsOf } from "./runs.ts"

export const microBatch = component({
  about: "Takes everything that waits, every few seconds, and works through it at once.",
  parameters: {
    every: optional(
      duration("From one start to the next; one that finds the last still running is left out."),
      10,
      ASSUMED,
    ),
    overhead: optional(duration("What a run takes, however little there is.", { zero: true }), 1, ASSUMED),
    ...RUN_SPEED,
  },
  role: "step",
  links: "each",
  queues: true,
  build: (given, builder) => runsOf({ ...given, offset: given.every }, builder),
  cost: (given, { hours }) => [priced("sparkUnit", given.workers * hours, "workers run all the time")],
})
