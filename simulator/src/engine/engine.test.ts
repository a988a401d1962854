import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EventHeap } from "./heap.ts"
import { binOf, BINS, countAll, edgeOf } from "./histogram.ts"
import { newBlock } from "./block.ts"
import { Metric } from "./metric.ts"

describe("the event list", () => {
  it("gives back what was put in, smallest first, whatever the order of putting and taking", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(-1), fc.nat(1_000_000)), { maxLength: 300 }), (steps) => {
        const heap = new EventHeap()
        const model: number[] = []
        for (const step of steps) {
          if (step < 0) {
            expect(heap.peek()).toBe(Math.min(...model, Number.POSITIVE_INFINITY))
            expect(heap.take()).toBe(model.toSorted((a, b) => a - b)[0] ?? Number.POSITIVE_INFINITY)
            model.splice(model.indexOf(Math.min(...model)), model.length > 0 ? 1 : 0)
          } else {
            heap.keys[0] = step
            heap.put()
            model.push(step)
          }
        }
        for (const wanted of model.toSorted((a, b) => a - b)) expect(heap.take()).toBe(wanted)
      }),
      { seed: 5 },
    )
  })
})

describe("the histogram", () => {
  it("puts every value in the bin whose edges enclose it", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const block = newBlock()
        block.values[0] = value
        const counts = new Uint32Array(BINS)
        expect(countAll(block, 1, counts)).toEqual({ sum: value, max: value })
        const bin = counts.indexOf(1)
        expect(bin).toBe(binOf(value))
        expect(edgeOf(bin)).toBeLessThanOrEqual(value)
        expect(edgeOf(bin + 1)).toBeGreaterThan(value)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })
})

describe("a metric", () => {
  it("knows mean, quantiles and the most of what it saw", () => {
    const metric = new Metric()
    for (let i = 0; i < 100_000; i += 1) metric.add((i * 7919) % 100_000)
    const { count, mean, p50, p90, p99, p999, max } = metric.summary(1)
    expect([count, mean, max]).toEqual([100_000, 49_999.5, 99_999])
    for (const [got, wanted] of [
      [p50, 50_000],
      [p90, 90_000],
      [p99, 99_000],
      [p999, 99_900],
    ] as const)
      expect(Math.abs(got / wanted - 1)).toBeLessThan(0.004)
  })
  it("says of a constant exactly that", () => {
    const metric = new Metric()
    for (let i = 0; i < 20_000; i += 1) metric.add(1000)
    const { mean, p50, p999, ci95 } = metric.summary(0.001)
    expect([mean, p50, p999]).toEqual([1, 1, 1])
    expect(ci95.mean).toEqual([1, 1])
  })
  it("says nothing of intervals where there is too little to tell, and never NaN", () => {
    const metric = new Metric()
    expect(metric.summary(1)).toMatchObject({ count: 0, mean: 0, p999: 0, ci95: { mean: null, p99: null } })
  })
})
