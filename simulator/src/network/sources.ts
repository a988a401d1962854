import type { Design, DesignComponent } from "../design/document.ts"
import { SECONDS_PER } from "../design/workload.ts"

export type SourceComponent = DesignComponent & { type: "source" }

/**
 * Every source with what it leaves out filled in from the workload, and its rate as records a second times `growth`. The
 * workload's rate is that of all sources together that have none of their own: they share it evenly.
 */
export function fullSources({ components, workload }: Design, growth: number): SourceComponent[] {
  const sources = components.filter((one): one is SourceComponent => one.type === "source")
  const sharing = sources.filter(({ rate }) => rate === null).length
  return sources.map((one) => {
    const rate =
      one.rate === null
        ? (workload?.rate ?? 1) / SECONDS_PER[workload?.per ?? "second"] / Math.max(sharing, 1)
        : one.rate / SECONDS_PER[one.per ?? workload?.per ?? "second"]
    const trace = one.trace ?? workload?.trace ?? null
    return {
      ...one,
      rate: rate * growth,
      arrivals: one.arrivals ?? workload?.arrivals ?? "poisson",
      batchSize: one.batchSize ?? workload?.batchSize ?? 1,
      swing: one.swing ?? workload?.swing ?? 0.6,
      peak: one.peak ?? workload?.peak ?? 0,
      burst: one.burst ?? workload?.burst ?? null,
      trace: trace === null ? null : trace.map((gap) => gap / growth),
      keySkew: one.keySkew ?? workload?.keySkew ?? 0,
      eventLag: one.eventLag ?? workload?.eventLag ?? null,
    }
  })
}

/** Records a second of a source, a trace's own rate included. */
export function rateOf(source: SourceComponent): number {
  if (source.arrivals !== "trace" || source.trace === null) return source.rate ?? 0
  const length = source.trace.reduce((sum, gap) => sum + gap, 0)
  return length > 0 ? source.trace.length / length : 1
}
