import fc from "fast-check"
import { expect, it } from "vitest"
import { MetTwice } from "./met-twice.ts"

it("never misses a number met twice, whatever else was met", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 30 - 1)), fc.array(fc.nat(2 ** 30 - 1)), (once, twice) => {
      const met = new MetTwice(once.length + 2 * twice.length)
      for (const number of [...twice, ...once, ...twice]) met.meet(number)
      expect(twice.filter((number) => !met.has(number))).toEqual([])
    }),
  )
})

it("takes few numbers met once for others", () => {
  const met = new MetTwice(10_000)
  const numbers = Array.from({ length: 10_000 }, (_, index) => Math.imul(index, 0x9e3779b1) >>> 2)
  for (const number of numbers) met.meet(number)
  expect(numbers.filter((number) => met.has(number)).length).toBeLessThan(1_500)
})
