import { duration, name, number, share, whole } from "./scalars.ts"
import { optional } from "./schema.ts"
import { variants } from "./compound.ts"

const at = duration("When it begins, from the start of the run.", { zero: true })
const length = duration("How long it lasts.")
const on = name("The component it happens to.")
const lasting = { at, for: length, component: on }

/** What can go wrong, on the timeline of a run. */
export const fault = variants("Something that goes wrong.", "type", {
  crash: lasting,
  "slow-node": {
    ...lasting,
    factor: number({ about: "How many times as long its work takes.", min: 1, max: 1e6 }),
  },
  "lost-broker": lasting,
  "hot-partition": { ...lasting, share: share("Share of records that all go to the first partition.") },
  "network-cut": lasting,
  "poison-message": lasting,
  "schema-change": {
    ...lasting,
    share: optional(share("Share of records in the new form, which are refused."), 1),
  },
  "partial-loss": { ...lasting, share: share("Share of records that vanish in silence.") },
  duplicates: { ...lasting, share: share("Share of records that come twice.") },
  "late-data": {
    ...lasting,
    share: share("Share of records that come late."),
    by: duration("How much later than their event they come."),
  },
  "missed-schedule": lasting,
  quota: {
    ...lasting,
    rate: number({ about: "What gets through.", min: 1e-6, max: 1e9, unit: "records a second" }),
  },
  "price-change": {
    at,
    component: on,
    factor: number({ about: "New price over old price.", min: 0, max: 1000 }),
  },
})

/** Promises about the latency, judged in windows. */
export const objective = {
  component: optional(name("The consumer it is promised to; every one when left out."), null),
  share: optional(share("Share of records that must keep it."), 0.99),
  within: duration("How long a record may take from its entry."),
  window: optional(duration("Length of the windows in which it is judged."), 60),
}

export const run = {
  customers: optional(whole({ about: "Completions to count after the warm-up.", min: 1, max: 1e10 }), null),
  warmup: optional(whole({ about: "Records that enter before anything is counted.", min: 0, max: 1e10 }), 0),
  duration: optional(duration("How long to simulate, instead of a number of customers."), null),
}
