import { priced } from "../cost/line.ts"
import { duration } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { RUN_SPEED, runsOf } from "./runs.ts"

export const scheduledBatch = component({
  about: "A job on a schedule, say every hour: it takes what has come since the last run.",
  parameters: {
    every: optional(duration("From one start to the next."), 3600, ASSUMED),
    offset: optional(duration("When the first run starts.", { zero: true }), 0),
    overhead: optional(duration("What a run takes, however little there is.", { zero: true }), 60, ASSUMED),
    ...RUN_SPEED,
  },
  role: "step",
  links: "each",
  queues: true,
  build: runsOf,
  cost: (given, { hours, utilisation }) => [
    priced("sparkUnit", given.workers * hours * utilisation, "workers are paid while a run lasts"),
  ],
})
