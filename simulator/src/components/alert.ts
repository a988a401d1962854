import { duration } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { looksOf } from "./looks.ts"

export const alert = component({
  about:
    "Looks at the data at intervals and calls somebody: a record has done its work when the alert has been sent.",
  parameters: {
    every: optional(duration("From one look to the next."), 60, ASSUMED),
    delivery: optional(duration("Until the message is there.", { zero: true }), 5, ASSUMED),
  },
  role: "end",
  links: "each",
  queues: false,
  build: (given, builder) => looksOf(given.every, given.delivery, builder),
})
