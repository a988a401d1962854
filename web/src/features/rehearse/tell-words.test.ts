import { expect, test } from "vitest"
import { lengthFinding, stageAt, tellSpoken } from "./tell-words.ts"

const usual = { aim: 150, limit: 180 }

test("the aim is past at its second and the limit over after its own", () => {
  expect([0, 150, 151, 180, 181].map((seconds) => stageAt(seconds, usual))).toEqual([
    "before",
    "before",
    "past",
    "past",
    "over",
  ])
})

test("a screen reader hears four things at most", () => {
  const heard = new Set(Array.from({ length: 300 }, (_, second) => tellSpoken(second, usual)))
  expect(heard.size).toBe(4)
})

test("a tenth off the aim is about the aim; over the limit is said against the limit", () => {
  expect(lengthFinding(160, usual)).toBe("2 min 40 s, about the 2 min 30 s you aim at")
  expect(lengthFinding(95, usual)).toBe("1 min 35 s, 55 s less than the 2 min 30 s you aim at")
  expect(lengthFinding(172, usual)).toBe("2 min 52 s, 22 s more than the 2 min 30 s you aim at")
  expect(lengthFinding(200, usual)).toBe("3 min 20 s, 20 s over your limit of 3 min")
})
