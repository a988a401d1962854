import { describe, expect, it } from "vitest"
import { runDocument } from "../test-designs.ts"
import { CASES, type Case } from "./cases.ts"
import { joint, judge, type Verdict } from "./joint.ts"
import { bulkService, mmck, withBreakdowns } from "./markov.ts"
import { dm1, erlangC, forkJoinOfTwo, mm1k, mmc, sizeOrTimeout, tandem } from "./queues.ts"

describe("the theory itself", () => {
  it("has the figures of published tables", () => {
    expect(erlangC(8, 7.2)).toBeCloseTo(0.701533, 6)
    expect(mmc(0.8, 1, 1).quantile(0.99)).toBeCloseTo(21.91013, 5)
    expect(mmc(7.2, 1, 8).wait).toBeCloseTo(0.876916, 6)
    expect(tandem(0.8, 1, 4).quantile(0.99)).toBeCloseTo(50.22559, 5)
    expect(forkJoinOfTwo(0.8, 1)).toBeCloseTo(7, 12)
    expect(dm1(0.5, 1)).toBeCloseTo(0.255, 3)
  })
  it("agrees with itself where two ways lead to one figure", () => {
    expect(mmck(0.8, 1, 1, 5)).toBeCloseTo(mm1k(0.8, 1, 5).loss, 12)
    expect(withBreakdowns(0.8, 1, 1e9, 1e-9, 200)).toBeCloseTo(4, 3)
    expect(bulkService(0.8, 1, 1, 300) / 0.8).toBeCloseTo(4, 3)
    // A batch that never fills in time leaves when its first record has waited long enough.
    expect(sizeOrTimeout(0.001, 1000, 2)).toBeCloseTo(2, 2)
  })
})

describe("simulation against theory", () => {
  it("passes the joint test at 99.9 % over all cases", { timeout: 120_000 }, () => {
    const verdicts: Verdict[] = CASES.flatMap(({ name, design, figures }) => {
      const answers = Array.from({ length: 6 }, (_, at) =>
        runDocument({ ...design, run: { customers: 12_000, warmup: 2000 } }, { seed: `${name}/${at}` }),
      )
      return figures.map(({ expected, read }) => judge(answers.map(read), expected))
    })
    expect(verdicts.length).toBeGreaterThan(45)
    const { least, limit } = joint(verdicts)
    expect(least).toBeGreaterThan(limit)
  })
  it("would notice a server that is two per cent too fast", () => {
    const name = "M/M/1 at 0.8"
    const found = CASES.find((one) => one.name === name) as Case
    const components = (found.design["components"] as Record<string, unknown>[]).map((one) =>
      one["id"] === "q" ? { ...one, service: { distribution: "exponential", mean: 0.98 } } : one,
    )
    const answers = Array.from({ length: 10 }, (_, at) =>
      runDocument(
        { ...found.design, components, run: { customers: 100_000, warmup: 5000 } },
        { seed: `fast/${at}` },
      ),
    )
    const verdicts = found.figures.map(({ expected, read }) => judge(answers.map(read), expected))
    expect(joint(verdicts).passed).toBe(false)
  })
})
