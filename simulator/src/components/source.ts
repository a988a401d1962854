import { type Arrivals, gapsOf } from "../draws/gaps.ts"
import { Stream } from "../draws/stream.ts"
import type { ReadFields } from "../design/compound.ts"
import { whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ownArrivals } from "../design/workload.ts"
import { Source } from "../engine/nodes/source.ts"
import { nextBits, nextUniform } from "../draws/bits.ts"
import { component } from "./component.ts"

const parameters = {
  ...ownArrivals,
  priority: optional(
    whole({ about: "Where a station goes by priority, 0 is served first.", min: 0, max: 15 }),
    0,
  ),
}

export const source = component({
  about: "Where records come from.",
  parameters,
  role: "source",
  links: "one",
  queues: false,
  build(given, builder) {
    const { tick } = builder.surroundings
    const batchSize = given.arrivals === "batch" ? (given.batchSize ?? 1) : 1
    const keys = builder.bits("keys")
    const skew = given.keySkew ?? 0
    const node = new Source(builder.engine, builder.id, {
      gaps: new Stream(gapsOf(arrivalsOf(given, batchSize), builder.bits("gaps"), tick)),
      batchSize,
      priority: given.priority,
      lag: given.eventLag === null ? null : builder.stream(given.eventLag, "lag"),
      keys: !builder.surroundings.keyed
        ? null
        : new Stream((out) => {
            for (let i = 0; i < out.length; i += 1)
              out[i] = skew > 0 && nextUniform(keys) < skew ? 0 : nextBits(keys) >>> 0
          }),
    })
    return { entry: node, exit: node, source: node }
  },
})

function arrivalsOf(given: ReadFields<typeof parameters>, batchSize: number): Arrivals {
  const rate = (given.rate ?? 1) / batchSize
  switch (given.arrivals) {
    case "deterministic":
      return { pattern: "deterministic", rate }
    case "diurnal":
      return { pattern: "diurnal", rate, swing: given.swing ?? 0, peak: given.peak ?? 0 }
    case "bursty": {
      const burst = given.burst ?? { factor: 1, for: 1, every: 2 }
      return { pattern: "bursty", rate, ...burst }
    }
    case "trace":
      return given.trace === null ? { pattern: "poisson", rate } : { pattern: "trace", gaps: given.trace }
    default:
      return { pattern: "poisson", rate }
  }
}
