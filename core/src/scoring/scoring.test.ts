import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { competencyScores } from "./competency.ts"
import { composite } from "./composite.ts"
import type { ItemRating } from "./ratings.ts"
import {
  ItemRating as ItemRatingSchema,
  RECOMMENDATION_WORDS,
  RECOMMENDATIONS,
  ratingsAt,
} from "./ratings.ts"

const rating = (
  raterId: string,
  itemId: string,
  score: number | null,
  competencies: string[] = ["c"],
  phase: "before" | "after" = "before",
): ItemRating => ({ raterId, itemId, competencies, score, phase })

const ratingsArb = fc.array(
  fc.record({
    raterId: fc.constantFrom("ana", "bo", "cy"),
    itemId: fc.constantFrom("q1", "q2", "q3"),
    competencies: fc.subarray(["a", "b", "c"], { minLength: 1 }),
    score: fc.option(fc.integer({ min: 1, max: 5 })),
    phase: fc.constantFrom("before", "after"),
  }),
  { maxLength: 25 },
)

describe("ratingsAt", () => {
  const first = rating("ana", "q1", 2)
  const other = rating("bo", "q1", 4)
  const changed = rating("ana", "q1", 3, ["c"], "after")

  it("keeps what was said before the debrief, and shows what stands after it", () => {
    expect(ratingsAt([changed, first, other], "before")).toEqual([first, other])
    expect(ratingsAt([changed, first, other], "after")).toEqual([changed, other])
  })

  it("counts the last of several amendments, and a withdrawn score as none", () => {
    const again = rating("ana", "q1", 5, ["c"], "after")
    expect(ratingsAt([first, changed, again], "after")).toEqual([again])
    const withdrawn = rating("ana", "q1", null, ["c"], "after")
    expect(competencyScores(ratingsAt([first, withdrawn], "after"))).toEqual([])
  })

  it("leaves one rating a rater and item, whatever came in", () => {
    fc.assert(
      fc.property(ratingsArb, fc.constantFrom("before", "after"), (ratings, phase) => {
        const counted = ratingsAt(ratings, phase)
        const keys = counted.map((held) => `${held.raterId} ${held.itemId}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(ratingsAt(counted, phase))).toEqual(new Set(counted))
      }),
    )
  })

  it("doesn't mix up raters and items whose ids run together", () => {
    expect(ratingsAt([rating("a b", "c", 1), rating("a", "b c", 5)], "before")).toHaveLength(2)
  })
})

describe("competencyScores", () => {
  it("takes the mean per rater first, then over raters", () => {
    // ana: (1 + 3) / 2 = 2; bo: 5. Pooling all three ratings would give 3.
    const scores = competencyScores([rating("ana", "q1", 1), rating("ana", "q2", 3), rating("bo", "q1", 5)])
    expect(scores).toEqual([
      {
        competencyId: "c",
        mean: 3.5,
        raters: [
          { raterId: "ana", score: 2, ratings: 2 },
          { raterId: "bo", score: 5, ratings: 1 },
        ],
      },
    ])
  })

  it("counts a rating for each of its competencies once, and null for none", () => {
    const scores = competencyScores([rating("ana", "x", 4, ["a", "b", "a"]), rating("bo", "x", null, ["b"])])
    const raters = [{ raterId: "ana", score: 4, ratings: 1 }]
    expect(scores).toEqual([
      { competencyId: "a", mean: 4, raters },
      { competencyId: "b", mean: 4, raters },
    ])
  })

  it("stays between the lowest and the highest rating", () => {
    fc.assert(
      fc.property(ratingsArb, (ratings) => {
        for (const { competencyId, mean, raters } of competencyScores(ratings)) {
          const own = ratings
            .filter((held) => held.competencies.includes(competencyId))
            .flatMap((held) => held.score ?? [])
          expect(mean).toBeGreaterThanOrEqual(Math.min(...own) - 1e-12)
          expect(mean).toBeLessThanOrEqual(Math.max(...own) + 1e-12)
          expect(raters.reduce((sum, rater) => sum + rater.ratings, 0)).toBe(own.length)
        }
      }),
    )
  })
})

describe("composite", () => {
  const scores = competencyScores([
    rating("ana", "q1", 2, ["a"]),
    rating("bo", "q1", 4, ["a"]),
    rating("ana", "q2", 5, ["b"]),
  ])

  it("weighs competencies as they were set", () => {
    expect(composite(scores, { a: 75, b: 25 })).toMatchObject({ state: "complete", value: 3.5 })
    // The same shares in other units, and thirds that don't quite add up.
    expect(composite(scores, { a: 3, b: 1 })).toMatchObject({ value: 3.5 })
  })

  it("is incomplete, not renormalised, when a weighted competency lacks a rating", () => {
    expect(composite(scores, { a: 50, b: 25, c: 25 })).toEqual({ state: "incomplete", missing: ["c"] })
    expect(composite([], { a: 50, b: 50 })).toEqual({ state: "incomplete", missing: ["a", "b"] })
  })

  it("ignores what weighs nothing, rated or not", () => {
    expect(composite(scores, { a: 100, b: 0, c: 0 })).toMatchObject({ state: "complete", value: 3 })
    expect(composite(scores, {})).toEqual({ state: "no-weights" })
    expect(composite(scores, { a: 0 })).toEqual({ state: "no-weights" })
  })

  it("says that one person rated all, or that nobody can be compared", () => {
    const one = competencyScores([rating("ana", "q1", 2, ["a"]), rating("ana", "q2", 5, ["b"])])
    expect(composite(one, { a: 50, b: 50 })).toMatchObject({ value: 3.5, interval: { kind: "one-rater" } })
    const apart = competencyScores([rating("ana", "q1", 2, ["a"]), rating("bo", "q2", 5, ["b"])])
    expect(composite(apart, { a: 50, b: 50 })).toMatchObject({ interval: { kind: "no-overlap", raters: 2 } })
  })

  it("never falls when a score rises, and lies in its own interval on the scale", () => {
    fc.assert(
      fc.property(ratingsArb, fc.nat(24), (ratings, index) => {
        const weights = { a: 50, b: 30, c: 20 }
        const before = composite(competencyScores(ratings), weights)
        const raised = ratings.map((held, at) => {
          const up = held.score === null ? null : Math.min(5, held.score + 1)
          return at === index ? { ...held, score: up } : held
        })
        const after = composite(competencyScores(raised), weights)
        expect(after.state).toBe(before.state)
        if (before.state !== "complete" || after.state !== "complete") return
        expect(after.value).toBeGreaterThanOrEqual(before.value - 1e-12)
        const { interval, value } = before
        if (interval.kind !== "interval") return
        expect(
          1 <= interval.low && interval.low <= value && value <= interval.high && interval.high <= 5,
        ).toBe(true)
        expect(interval.low).toBeLessThan(interval.high)
      }),
    )
  })
})

describe("the scale's words", () => {
  it("name every recommendation once", () => {
    expect(new Set(RECOMMENDATIONS.map((key) => RECOMMENDATION_WORDS[key])).size).toBe(5)
  })

  it("take whole scores from 1 to 5 or none", () => {
    const valid = (score: unknown): boolean =>
      ItemRatingSchema.safeParse({ ...rating("a", "b", 1), score }).success
    expect([1, 5, null].every(valid)).toBe(true)
    expect([0, 6, 2.5, "3", undefined, Number.NaN].some(valid)).toBe(false)
  })
})
