import { describe, expect, it } from "vitest"
import { senseOf } from "../parts/sense.ts"

const read = (text: string) => senseOf(text, { start: 0, end: text.length })
const quantities = (text: string) =>
  read(text).quantities.map(({ kind, value, start, end }) => [kind, value, text.slice(start, end)])
const changes = (text: string) =>
  read(text).changes.map(({ before, after, claimed, holds }) => ({
    before,
    after,
    claimed: claimed?.value,
    holds,
  }))

describe("quantities", () => {
  it.each([
    ["It cost $1.2M a year.", [["money", 1_200_000, "$1.2M"]]],
    ["We paid eleven thousand dollars.", [["money", 11_000, "eleven thousand dollars"]]],
    ["It took two and a half hours.", [["duration", 2.5, "two and a half hours"]]],
    ["It ran in 900ms.", [["duration", 900, "900ms"]]],
    ["It was 3x faster.", [["times", 3, "3x"]]],
    ["Errors fell by 40 percent.", [["percent", 40, "40 percent"]]],
    ["There were 4,200 tickets.", [["count", 4_200, "4,200"]]],
    ["A hundred and twenty tables moved.", []],
    ["Twenty-five people asked.", [["count", 25, "Twenty-five"]]],
    ["I was paged at 2 a.m. that day.", [["clock", undefined, "2 a.m"]]],
    ["In 2021 one of them left.", []],
  ])("%s", (text, wanted) => {
    const found = quantities(text)
    if (wanted.length > 0) expect(found).toEqual(wanted)
    else expect(found.filter(([kind]) => kind !== "count")).toEqual([])
  })
})

describe("before and after", () => {
  it.each([
    ["The run went from 40 minutes to 6.", 40, 6, undefined, undefined],
    ["It takes 6 minutes instead of 40.", 40, 6, undefined, undefined],
    ["The bill went from 10,000 euros to 3,000 euros, 70 percent less.", 10_000, 3_000, 70, true],
    ["The bill went from 10,000 euros to 8,000 euros, a drop of 40 percent.", 10_000, 8_000, 40, false],
    ["We went from two hours to 30 minutes, so 4 times faster.", 120, 30, 4, true],
  ])("%s", (text, before, after, claimed, holds) =>
    expect(changes(text)).toEqual([{ before, after, claimed, holds }]),
  )
})
