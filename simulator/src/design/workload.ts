import { list, object, variants } from "./compound.ts"
import { choice, duration, number, share, whole } from "./scalars.ts"
import { optional } from "./schema.ts"

/** Rates are held to what a clock of 2⁵³ ticks can tell apart. */
const rate = number({
  about: "How many records come, on average.",
  min: 1e-6,
  max: 1e9,
  unit: "records per `per`",
})

const MEAN = duration("How long it takes on average.")
const SCV = number({ about: "Variance over squared mean.", min: 1e-6, max: 1000 })

/** How long something takes. */
export const timing = (about: string) =>
  variants(about, "distribution", {
    exponential: { mean: MEAN },
    deterministic: { mean: MEAN },
    erlang: { mean: MEAN, k: whole({ about: "Number of phases.", min: 1, max: 1000 }) },
    hyperexponential: {
      mean: MEAN,
      scv: number({ about: "Variance over squared mean.", min: 1, max: 1000 }),
    },
    lognormal: { mean: MEAN, scv: SCV },
  })

/** What a source may say for itself and the workload says for all. */
export const arrivals = {
  arrivals: choice("The pattern in which records come.", [
    "poisson",
    "deterministic",
    "batch",
    "diurnal",
    "bursty",
    "trace",
  ]),
  batchSize: whole({
    about: "Records in a batch, with arrivals in batches.",
    min: 1,
    max: 100_000,
    unit: "records",
  }),
  swing: share(
    "With diurnal arrivals: how far the rate swings around its mean; at 0.6 it goes from 40 % to 160 %.",
  ),
  peak: duration("With diurnal arrivals: when in the day the rate is highest.", { zero: true }),
  burst: object("With bursty arrivals: bursts that come and go at random; the mean rate stays what it is.", {
    factor: number({ about: "Rate in a burst over the rate between bursts.", min: 1, max: 1000 }),
    for: duration("How long a burst lasts on average."),
    every: duration("From one burst’s start to the next, on average."),
  }),
  trace: list(
    "With a recorded trace: the times between records, used round and round.",
    duration("A gap.", { zero: true }),
    {
      min: 1,
      max: 100_000,
    },
  ),
  keySkew: share("Share of records that carry the one hottest key; all other keys are alike."),
  eventLag: timing("How long before its arrival a record’s event happened."),
}

export const workload = object("What comes in.", {
  rate,
  per: optional(choice("The unit of `rate`.", ["second", "minute", "hour", "day"]), "second"),
  arrivals: optional(arrivals.arrivals, "poisson"),
  batchSize: optional(arrivals.batchSize, 1),
  swing: optional(arrivals.swing, 0.6, { source: "assumption", date: "2026-11" }),
  peak: optional(arrivals.peak, 14 * 3600, { source: "assumption", date: "2026-11" }),
  burst: optional(
    arrivals.burst,
    { factor: 10, for: 10, every: 120 },
    { source: "assumption", date: "2026-11" },
  ),
  trace: optional(arrivals.trace, null),
  keySkew: optional(arrivals.keySkew, 0),
  eventLag: optional(arrivals.eventLag, null),
  recordBytes: optional(number({ about: "Size of a record.", min: 1, max: 1e9, unit: "bytes" }), 1000, {
    source: "assumption",
    date: "2026-11",
  }),
})

/** The same on a source: what it leaves out it takes from the workload. */
export const ownArrivals = {
  rate: optional(rate, null),
  per: optional(choice("The unit of `rate`.", ["second", "minute", "hour", "day"]), null),
  arrivals: optional(arrivals.arrivals, null),
  batchSize: optional(arrivals.batchSize, null),
  swing: optional(arrivals.swing, null),
  peak: optional(arrivals.peak, null),
  burst: optional(arrivals.burst, null),
  trace: optional(arrivals.trace, null),
  keySkew: optional(arrivals.keySkew, null),
  eventLag: optional(arrivals.eventLag, null),
}

export const SECONDS_PER = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const
