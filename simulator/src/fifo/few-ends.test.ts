import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { FewEnds } from "./few-ends.ts"

const MOST = 32

describe("the pending ends of a few services", () => {
  it("come back earliest first, whatever the order of putting and taking, equal ones and a full list included", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 40 }), { maxLength: 200 }), (steps) => {
        const ends = new FewEnds(MOST)
        const model: number[] = []
        for (const step of steps) {
          if (step >= 0 && model.length < MOST) {
            ends.keys[0] = step
            ends.put()
            model.push(step)
            model.sort((a, b) => a - b)
          } else {
            expect(ends.peek()).toBe(model[0] ?? Number.POSITIVE_INFINITY)
            expect(ends.take()).toBe(model.shift() ?? Number.POSITIVE_INFINITY)
          }
          expect(ends.size).toBe(model.length)
        }
        for (const wanted of model) expect(ends.take()).toBe(wanted)
        expect(ends.take()).toBe(Number.POSITIVE_INFINITY)
      }),
      { seed: 5 },
    )
  })
})
