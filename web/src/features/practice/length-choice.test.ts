import { expect, test } from "vitest"
import { LENGTHS, lengthOf, USUAL_LENGTH } from "./length-choice.ts"

test("a kept length is taken up, and anything else is the usual one", () => {
  expect(lengthOf("120/150")).toEqual({ aim: 120, limit: 150 })
  for (const kept of [null, "", "1/2", "150"]) expect(lengthOf(kept)).toBe(USUAL_LENGTH)
})

test("nobody is to aim past the limit", () => {
  for (const { aim, limit } of LENGTHS) expect(aim).toBeLessThan(limit)
})
