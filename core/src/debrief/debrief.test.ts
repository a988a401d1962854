import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ItemRating } from "../scoring/ratings.ts"
import { debriefAgenda } from "./agenda.ts"
import { debrief } from "./debrief.ts"
import { agreementWords, headline, headlineWords, scoreWords } from "./headline.ts"
import { agreementCount, debriefMatrix } from "./matrix.ts"

const COMPETENCIES = [
  { id: "model", title: "Data modelling", weight: 30 },
  { id: "stream", title: "Streaming", weight: 30 },
  { id: "quality", title: "Data quality", weight: 20 },
  { id: "cost", title: "Cost", weight: 20 },
]
const RATERS = [
  { id: "p", name: "Pieter" },
  { id: "l", name: "Lucía" },
  { id: "h", name: "Henrik" },
]
const rate = (
  raterId: string,
  competency: string,
  score: number | null,
  phase: "before" | "after" = "before",
): ItemRating => ({
  raterId,
  itemId: `about ${competency}`,
  competencies: [competency],
  score,
  phase,
})
const PANEL = [
  rate("p", "stream", 4),
  rate("l", "stream", 5),
  rate("h", "stream", 2),
  rate("p", "model", 3),
  rate("l", "model", 4),
  rate("p", "quality", 3),
  rate("h", "quality", 3),
  rate("l", "cost", 3),
]
const rowsOf = (ratings: ItemRating[]) => debriefMatrix(COMPETENCIES, RATERS, ratings)

const ratingsArb = fc.array(
  fc
    .record({
      rater: fc.constantFrom("p", "l", "h"),
      competency: fc.constantFrom("model", "stream", "quality", "cost"),
      score: fc.option(fc.integer({ min: 1, max: 5 })),
      phase: fc.constantFrom("before", "after"),
    })
    .map((held) => rate(held.rater, held.competency, held.score, held.phase as "before" | "after")),
  { maxLength: 20 },
)

describe("debriefMatrix", () => {
  const rows = rowsOf(PANEL)

  it("puts the largest disagreement first and what can't be compared last", () => {
    expect(rows.map((row) => [row.competency.id, row.range, row.accord])).toEqual([
      ["stream", 3, "apart"],
      ["model", 1, "alike"],
      ["quality", 0, "alike"],
      ["cost", null, "single"],
    ])
  })

  it("has a cell a rater, empty where they weren't asked", () => {
    expect(rows[0]?.cells.map((cell) => cell.score)).toEqual([4, 5, 2])
    expect(rows[1]?.cells).toContainEqual({ raterId: "h", score: null, ratings: 0 })
    expect(rows[3]).toMatchObject({ mean: 3, deviation: null })
    expect(rowsOf([]).every((row) => row.accord === "nobody" && row.mean === null)).toBe(true)
  })

  it("breaks ties of range by average deviation, then weight", () => {
    const three = (competency: string, scores: number[]) =>
      scores.map((score, index) => rate(RATERS[index]?.id ?? "", competency, score))
    const order = (ratings: ItemRating[]) => rowsOf(ratings).map((row) => row.competency.id)
    // Range 2 in both; AD of 2,4,4 is .889, of 2,3,4 is .667.
    expect(order([...three("model", [2, 3, 4]), ...three("quality", [2, 4, 4])])[0]).toBe("quality")
    expect(order([...three("quality", [2, 4, 4]), ...three("stream", [2, 4, 4])])[0]).toBe("stream")
  })

  it("counts agreement among competencies that two rated", () => {
    expect(agreementCount(rows)).toEqual({ alike: 2, of: 3 })
    expect(agreementCount([])).toEqual({ alike: 0, of: 0 })
  })

  it("is sorted, complete and doesn't depend on the order of ratings", () => {
    fc.assert(
      fc.property(ratingsArb, (given) => {
        // One rating a rater and item, as after ratingsAt.
        const ratings = [...new Map(given.map((held) => [`${held.raterId} ${held.itemId}`, held])).values()]
        const found = rowsOf(ratings)
        const ranges = found.map((row) => row.range ?? -1)
        expect(ranges).toEqual(ranges.toSorted((a, b) => b - a))
        expect(found.map((row) => row.competency.id).toSorted()).toEqual([
          "cost",
          "model",
          "quality",
          "stream",
        ])
        expect(rowsOf(ratings.toReversed()).map((row) => row.cells)).toEqual(found.map((row) => row.cells))
      }),
    )
  })
})

describe("headline", () => {
  const words = (ratings: ItemRating[]): string => headlineWords(headline(rowsOf(ratings), RATERS))

  it("names the open question with its scores from low to high", () => {
    expect(headline(rowsOf(PANEL), RATERS)).toMatchObject({
      kind: "open-question",
      competencyId: "stream",
      others: 0,
    })
    expect(words(PANEL)).toBe("Streaming is the open question: Henrik 2, Pieter 4, Lucía 5")
  })

  it("says when all agree, when nobody rated something, and when nothing can be compared", () => {
    const alike = COMPETENCIES.flatMap(({ id }) => [rate("p", id, 3), rate("h", id, 4)])
    expect(words(alike)).toBe("Nobody is more than one step apart on any of four competencies")
    expect(words(alike.slice(0, 4))).toBe("The panel agrees, but nobody rated Data quality and Cost")
    expect(words([rate("p", "cost", 3)])).toBe("No competency has two raters, so there is nothing to compare")
    expect(words([])).toBe("Nothing was rated yet")
    expect(headlineWords({ kind: "agreement", competencies: 1 })).toContain("the one competency")
  })

  it("writes means with one decimal", () => {
    expect([scoreWords(3), scoreWords(3.5), scoreWords(10 / 3)]).toEqual(["3", "3.5", "3.3"])
  })

  it("puts the count of agreement into words", () => {
    expect(agreementWords({ alike: 5, of: 8 })).toBe(
      "On five of eight compared criteria nobody is more than one step apart.",
    )
    expect(agreementWords({ alike: 8, of: 8 })).toContain("On all eight")
    expect(agreementWords({ alike: 0, of: 2 })).toContain("On none of two")
    expect(agreementWords({ alike: 0, of: 0 })).toBe("No competency was rated by two people.")
  })
})

describe("debriefAgenda", () => {
  it("talks by disagreement and ends with the decision", () => {
    // Shares 3, 1, 1 and 5/3; each has one minute, the other 26 go by share: 11.7, 3.9, 3.9, 6.5.
    expect(debriefAgenda(rowsOf(PANEL), 30)).toEqual([
      { kind: "competency", competencyId: "stream", title: "Streaming", minutes: 13 },
      { kind: "alike", competencyIds: ["model", "quality"], minutes: 5 },
      { kind: "thin", competencyIds: ["cost"], minutes: 5 },
      { kind: "decision", minutes: 7 },
    ])
  })

  it("leaves only the decision when there is no time or nothing to compare", () => {
    expect(debriefAgenda(rowsOf(PANEL), 3)).toEqual([{ kind: "decision", minutes: 3 }])
    expect(debriefAgenda([], 10)).toEqual([{ kind: "decision", minutes: 10 }])
    expect(debriefAgenda([], Number.NaN)).toEqual([{ kind: "decision", minutes: 0 }])
    expect(debriefAgenda([], -4)).toEqual([{ kind: "decision", minutes: 0 }])
  })

  it("always adds up, in whole minutes, more disagreement never having less time", () => {
    fc.assert(
      fc.property(ratingsArb, fc.integer({ min: 0, max: 180 }), (ratings, total) => {
        const agenda = debriefAgenda(rowsOf(ratings), total)
        expect(agenda.reduce((sum, item) => sum + item.minutes, 0)).toBe(total)
        expect(agenda.at(-1)?.kind).toBe("decision")
        expect(agenda.every((item) => Number.isInteger(item.minutes))).toBe(true)
        const talks = agenda.filter((item) => item.kind === "competency").map((item) => item.minutes)
        expect(talks).toEqual(talks.toSorted((a, b) => b - a))
      }),
    )
  })
})

describe("debrief", () => {
  const found = debrief(COMPETENCIES, RATERS, [...PANEL, rate("h", "stream", 3, "after")])

  it("keeps scores before and after, and lists what moved", () => {
    expect(found.changes).toEqual([{ competencyId: "stream", raterId: "h", before: 2, after: 3 }])
    expect(found.before.composite).toMatchObject({
      state: "complete",
      value: 0.3 * (11 / 3) + 0.3 * 3.5 + 0.2 * 6,
    })
    expect(found.after.composite).toMatchObject({ state: "complete", value: 0.3 * 4 + 0.3 * 3.5 + 0.2 * 6 })
  })

  it("keeps its headline and agenda while scores move", () => {
    expect(headlineWords(found.headline)).toContain("Henrik 2")
    expect(found.agenda[0]).toMatchObject({ competencyId: "stream" })
  })

  it("shows the same twice when nobody changed anything", () => {
    fc.assert(
      fc.property(ratingsArb, (ratings) => {
        const still = debrief(
          COMPETENCIES,
          RATERS,
          ratings.map((held) => ({ ...held, phase: "before" })),
        )
        expect(still.changes).toEqual([])
        expect(still.after).toEqual(still.before)
      }),
    )
  })
})
