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
import { writersOf } from "./prepare.ts"

// By writer, the harder of the two ways of `npm run evaluate`: nothing that reads an answer has learned from its writer.
const answers = readMaterial(fileURLToPath(new URL("../material", import.meta.url)))
let tried: Tried[]
beforeAll(() => {
  tried = crossValidate(answers, writersOf(answers), "writer")
}, 900_000)

describe("the coach on writers it hasn't learned from", () => {
  it("reads the parts", () => expect(accuracy(tried)).toBeGreaterThan(0.87))
  it("finds what is there", () => expect(f1(countFindings(tried))).toBeGreaterThan(0.845))
  it("leaves clean stories alone", () => expect(cleanButScolded(tried)).toBeLessThan(0.15))
  it("tells stories from the rest", () => expect(storyAccuracy(tried)).toBeGreaterThan(0.96))
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
