import fc from "fast-check"
import { expect, test } from "vitest"
import { joinAnswer, splitAnswer } from "./probes.ts"

const probes = ["Who was told?", "What would you change?", "What did it cost?"]

test("what is joined comes apart again, letter by letter", () => {
  const said = fc.string().filter((text) => !text.includes("\n\n>"))
  fc.assert(
    fc.property(said, fc.array(said, { maxLength: 3 }), (told, answers) => {
      expect(splitAnswer(joinAnswer({ told, answers }, probes), probes)).toEqual({ told, answers })
    }),
  )
})

test("a probe and what was said to it can be read in the text itself", () => {
  const text = joinAnswer({ told: "I stopped the load.", answers: ["Finance, at seven."] }, probes)
  expect(text).toBe("I stopped the load.\n\n> Who was told?\n\nFinance, at seven.")
})

test("a text without probes, or with others, comes back whole and loses nothing", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(joinAnswer(splitAnswer(text, probes), probes)).toBe(text)
    }),
  )
  const old = joinAnswer({ told: "a", answers: ["b"] }, ["Reworded since?"])
  expect(splitAnswer(old, probes)).toEqual({ told: old, answers: [] })
  const secondOnly = joinAnswer({ told: "a", answers: ["b"] }, probes.slice(1))
  expect(splitAnswer(secondOnly, probes)).toEqual({ told: secondOnly, answers: [] })
})
