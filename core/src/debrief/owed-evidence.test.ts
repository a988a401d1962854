import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { owedEvidence } from "./owed-evidence.ts"
import { whyWithoutScorecards, withoutScorecardsWords } from "./without-scorecards.ts"

const on = (competencyId: string, cited: number) => ({ competencyId, cited })

describe("owedEvidence", () => {
  it("asks for evidence wherever there is any", () => {
    const citable = new Set(["loads"])
    expect(owedEvidence([on("loads", 1), on("shapes", 0)], citable)).toEqual([])
    expect(owedEvidence([on("shapes", 1), on("loads", 0)], citable)).toEqual([1])
  })

  it("lets no decision rest on unrated criteria alone while others were rated", () => {
    expect(owedEvidence([on("shapes", 0), on("care", 0)], new Set(["loads"]))).toEqual([0, 1])
  })

  it("asks for none where nothing can be cited", () => {
    expect(owedEvidence([on("loads", 0), on("shapes", 0)], new Set())).toEqual([])
  })

  it("is content with any decision that cites under each of its reasons, and never names one that cites", () => {
    const reasons = fc.array(
      fc.record({ competencyId: fc.constantFrom("a", "b", "c"), cited: fc.nat({ max: 2 }) }),
    )
    fc.assert(
      fc.property(reasons, fc.subarray(["a", "b", "c"]), (given, citable) => {
        const owed = owedEvidence(given, new Set(citable))
        expect(owed.every((index) => given[index]?.cited === 0)).toBe(true)
        const cites = given.map((reason) => ({ ...reason, cited: reason.cited + 1 }))
        expect(owedEvidence(cites, new Set(citable))).toEqual([])
      }),
    )
  })
})

describe("a decision without scorecards", () => {
  it("names who gave none and why, each once", () => {
    const ill = { name: "Henrik", reason: "Ill for three weeks. " }
    expect(withoutScorecardsWords(whyWithoutScorecards([ill, ill, { name: "Amara", reason: "Left" }]))).toBe(
      "Nobody rated this; decided without scorecards because none will come from Henrik (“Ill for three weeks”) and Amara (“Left”).",
    )
  })

  it("says so when the plan asked nobody", () => {
    expect(whyWithoutScorecards([])).toBe("the plan has nobody rate here")
  })
})
