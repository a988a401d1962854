import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { FINDINGS } from "../src/findings/ids.ts"
import {
  accuracy,
  cleanButScolded,
  countFindings,
  crossValidate,
  f1,
  storyAccuracy,
  type Tried,
} from "./cross-validate.ts"
import { readMaterial } from "./material.ts"

// Fewer folds than `npm run evaluate`, to be quick: each learns from less, so these floors lie under the report's figures.
const FOLDS = 4
const answers = readMaterial(fileURLToPath(new URL("../material", import.meta.url)))
let tried: Tried[]
beforeAll(() => {
  tried = crossValidate(answers, FOLDS)
}, 240_000)

describe("the coach on voices it hasn't learned from", () => {
  it("reads the parts", () => expect(accuracy(tried)).toBeGreaterThan(0.8))
  it("finds what is there", () => expect(f1(countFindings(tried))).toBeGreaterThan(0.8))
  it("leaves clean stories alone", () => expect(cleanButScolded(tried)).toBeLessThan(0.25))
  it("tells stories from the rest", () => expect(storyAccuracy(tried)).toBeGreaterThan(0.95))
})

describe("the material", () => {
  it("has at least two hundred answers", () => expect(answers.length).toBeGreaterThanOrEqual(200))
  it.each(FINDINGS)("has %s at least 25 times", (id) =>
    expect(answers.filter((a) => a.findings.includes(id)).length).toBeGreaterThanOrEqual(25),
  )
  it("names every answer once", () => {
    const names = answers.map((a) => `${a.voice}/${a.id}`)
    expect(new Set(names).size).toBe(names.length)
  })
})
