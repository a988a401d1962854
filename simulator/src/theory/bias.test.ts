import { seeded } from "@backfill/core"
import { describe, expect, it } from "vitest"
import { runDocument } from "../test-designs.ts"
import { judgeBias, type Mean } from "./bias.ts"
import { type Case, CASES } from "./cases.ts"
import { judge } from "./joint.ts"

const RUNS = 60

/**
 * Runs of a mean of 9 whose deviations come half from a control of 0.9 and half from elsewhere, with a standard error of
 * 0.02 % like the night’s. `off` is the mean’s own bias and `busier` the control’s, which the mean follows tenfold.
 */
function means(seed: string, { off = 0, busier = 0, noise = 1 } = {}): Mean[] {
  const draws = seeded(seed)
  const spread = 0.0002 * Math.sqrt(RUNS / 2) * noise
  const shifts = Array.from({ length: RUNS }, () => busier + (draws.normal() * spread) / 10)
  const control = { values: shifts.map((shift) => 0.9 * (1 + shift)), expected: 0.9 }
  const values = shifts.map((shift) => 9 * (1 + off + 10 * shift + draws.normal() * spread))
  return [{ values, expected: 9, control }, control]
}

const passing = (options: Parameters<typeof means>[1]) =>
  Array.from({ length: 100 }, (_, at) => judgeBias(means(`bias/${at}`, options))).filter(
    ({ passed }) => passed,
  ).length

describe("the judgement of bias", () => {
  it("lets pass what has none, and sees 0.1 %", () => {
    expect(passing({})).toBe(100)
    expect(passing({ off: 0.001 })).toBeLessThan(5)
    expect(passing({ off: -0.001 })).toBeLessThan(5)
  })
  it("says how likely it is to see 0.1 %", () => {
    const chances = Array.from({ length: 100 }, (_, at) => judgeBias(means(`bias/${at}`)).means[0]?.seen ?? 0)
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(95)
    expect(judgeBias(means("bias/1", { noise: 4 })).means[0]?.seen).toBeLessThan(0.5)
  })
  it("doesn’t let a mean hide behind its control: what both are off by is seen at the control", () => {
    expect(passing({ busier: 0.0001 })).toBeLessThan(5)
  })
  it("fails where it couldn’t tell", () => {
    expect(passing({ noise: 4 })).toBe(0)
  })
  it("fails for a mean that is off by more than 0.1 % as simulated, even where its control explains it", () => {
    const shifts = Array.from({ length: RUNS }, (_, at) => 0.00012 + (at % 2 === 0 ? 0.0005 : -0.0005))
    const control = { values: shifts.map((shift) => 0.9 * (1 + shift)), expected: 0.9 }
    const values = shifts.map((shift, at) => 9 * (1 + 10 * shift + (at % 4 < 2 ? 1e-5 : -1e-5)))
    const verdict = judgeBias([{ values, expected: 9, control }, control])
    expect(verdict.least).toBeGreaterThan(verdict.limit)
    expect(verdict.means[0]?.adjusted.bias).toBeCloseTo(0, 5)
    expect(verdict.passed).toBe(false)
  })
})

describe("a control", () => {
  it("takes out all that follows it, whatever the slope", () => {
    const others = [0.79, 0.81, 0.805, 0.8, 0.82]
    const { mean, error } = judge(
      others.map((other) => 4 + 25 * (other - 0.8)),
      4,
      { values: others, expected: 0.8 },
    )
    expect(mean).toBeCloseTo(4, 12)
    expect(error).toBeLessThan(1e-9)
  })
  it("narrows a simulated wait by a sixth at least, and leaves it where theory has it", () => {
    const { design, figures } = CASES.find(({ name }) => name === "M/M/1 at 0.8") as Case
    const answers = Array.from({ length: 60 }, (_, at) =>
      runDocument({ ...design, run: { customers: 100_000, warmup: 2000 } }, { seed: `control/${at}` }),
    )
    const [wait, , busy] = figures
    const values = answers.map((answer) => wait?.read(answer) ?? 0)
    const control = { values: answers.map((answer) => busy?.read(answer) ?? 0), expected: 0.8 }
    const [plain, adjusted] = [judge(values, 4), judge(values, 4, control)]
    expect(adjusted.error).toBeLessThan(0.85 * plain.error)
    expect(adjusted.p).toBeGreaterThan(0.001)
  })
})
