import { describe, expect, it } from "vitest"
import { cosineOfTurns, exp, log } from "./elementary.ts"

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.max(Math.abs(wanted), 1e-300)

describe("elementary functions without the engine’s own", () => {
  it("agree with Math.log to 4e-16 over all magnitudes", () => {
    let worst = 0
    for (let i = 0; i < 200_000; i += 1) {
      const x = Math.exp(-690 + (i / 200_000) * 1380) * (1 + (i % 97) / 97)
      worst = Math.max(worst, relative(log(x), Math.log(x)))
    }
    expect(worst).toBeLessThan(4e-16)
  })
  it("agree with Math.log near 1, where it is small", () => {
    for (const d of [1e-15, 1e-9, 1e-4, 0.01, 0.3]) {
      expect(relative(log(1 + d), Math.log(1 + d))).toBeLessThan(1e-15)
      expect(relative(log(1 - d), Math.log(1 - d))).toBeLessThan(1e-15)
    }
    expect(log(1)).toBe(0)
  })
  it("agree with Math.exp to 4e-16", () => {
    let worst = 0
    for (let i = 0; i <= 200_000; i += 1) {
      const x = -700 + i * 0.007
      worst = Math.max(worst, relative(exp(x), Math.exp(x)))
    }
    expect(worst).toBeLessThan(4e-16)
    expect([exp(0), exp(-800), exp(800)]).toEqual([1, 0, Number.POSITIVE_INFINITY])
  })
  it("agree with Math.cos to 2e-15", () => {
    for (let i = -1000; i <= 1000; i += 1)
      expect(Math.abs(cosineOfTurns(i / 1000) - Math.cos((2 * Math.PI * i) / 1000))).toBeLessThan(2e-15)
    expect([cosineOfTurns(0), cosineOfTurns(0.5), cosineOfTurns(1)]).toEqual([1, -1, 1])
  })
})
