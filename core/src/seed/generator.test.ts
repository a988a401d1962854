import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { seeded } from "./generator.ts"

const draw = (seed: string, n: number): number[] => {
  const generator = seeded(seed)
  return Array.from({ length: n }, () => generator.uint32())
}

describe("seeded", () => {
  it("gives the bytes of an independent implementation (Python, arbitrary-size integers)", () => {
    expect(draw("backfill", 6)).toEqual([
      1472881485, 3078251696, 4213611113, 3585375276, 3227000508, 2099673076,
    ])
    expect(draw("", 3)).toEqual([2393514047, 3731429692, 2150285243])
  })

  it("gives the same stream for the same seed and another for another", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (seed) => {
        expect(draw(seed, 5)).toEqual(draw(seed, 5))
        expect(draw(`${seed}!`, 5)).not.toEqual(draw(seed, 5))
      }),
    )
  })

  it("forks streams that neither disturb nor repeat each other", () => {
    const parent = seeded("world")
    const first = parent.fork("orders").uint32()
    expect(parent.uint32()).toBe(seeded("world").uint32())
    expect(seeded("world").fork("orders").uint32()).toBe(first)
    expect(seeded("world").fork("users").uint32()).not.toBe(first)
  })

  it("spreads evenly: chi-square of 64 cells stays under its .999 point", () => {
    const generator = seeded("even")
    const cells = Array.from({ length: 64 }, () => 0)
    for (let i = 0; i < 64_000; i += 1) {
      const cell = Math.floor(generator.uniform() * 64)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    const chiSquare = cells.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0)
    // chi²(.999, 63) = 103.4
    expect(chiSquare).toBeLessThan(103.4)
  })

  it("draws whole numbers within bounds, both ends reached", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(6), (seed, low, width) => {
        const generator = seeded(seed)
        const seen = new Set(Array.from({ length: 400 }, () => generator.integer(low, low + width)))
        expect(seen.size).toBe(width + 1)
        for (const value of seen)
          expect(value >= low && value <= low + width && Number.isInteger(value)).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect(() => seeded("x").integer(2, 1)).toThrow(RangeError)
    expect(() => seeded("x").integer(0.5, 1)).toThrow(RangeError)
    expect(() => seeded("x").pick([])).toThrow(RangeError)
  })

  it("draws normal values of mean 0 and variance 1", () => {
    const generator = seeded("normal")
    const values = Array.from({ length: 20_000 }, () => generator.normal())
    const centre = values.reduce((a, b) => a + b, 0) / values.length
    const spread = values.reduce((a, b) => a + (b - centre) ** 2, 0) / values.length
    const tail = values.filter((value) => Math.abs(value) > 1.959964).length / values.length
    expect(Math.abs(centre)).toBeLessThan(0.025)
    expect(Math.abs(spread - 1)).toBeLessThan(0.04)
    expect(Math.abs(tail - 0.05)).toBeLessThan(0.006)
  })

  it("shuffles without losing anything, each order about as often", () => {
    const generator = seeded("cards")
    const orders = new Map<string, number>()
    for (let i = 0; i < 6000; i += 1) {
      const order = generator.shuffle(["a", "b", "c"]).join("")
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
    expect(["x", "y"]).toContain(generator.pick(["x", "y"]))
  })
})
