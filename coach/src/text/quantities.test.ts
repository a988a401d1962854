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
    ["Month-end goes out an hour earlier.", [["duration", 1, "an hour"]]],
    ["It took an hour.", []],
    ["It ran in 900ms.", [["duration", 900, "900ms"]]],
    ["It was 3x faster.", [["times", 3, "3x"]]],
    ["Errors fell by 40 percent.", [["percent", 40, "40 percent"]]],
    ["There were 4,200 tickets.", [["count", 4_200, "4,200"]]],
    ["A hundred and twenty tables moved.", []],
    ["Twenty-five people asked.", [["count", 25, "Twenty-five"]]],
    ["I was paged at 2 a.m. that day.", [["clock", undefined, "2 a.m"]]],
    ["In 2021 one of them left.", []],
    [
      "It cost 14 to 52 thousand euros.",
      [
        ["money", 14_000, "14"],
        ["money", 52_000, "52 thousand euros"],
      ],
    ],
    [
      "Between 4 and 11k were late.",
      [
        ["count", 4_000, "4"],
        ["count", 11_000, "11k"],
      ],
    ],
    [
      "It rose from 900 to 2 thousand rows.",
      [
        ["count", 900, "900"],
        ["count", 2_000, "2 thousand"],
      ],
    ],
    [
      "We had 14 people and 52 thousand rows.",
      [
        ["count", 14, "14"],
        ["count", 52_000, "52 thousand"],
      ],
    ],
    [
      "It took 20 to 50 minutes.",
      [
        ["duration", 20, "20"],
        ["duration", 50, "50 minutes"],
      ],
    ],
  ])("%s", (text, wanted) => {
    const found = quantities(text)
    if (wanted.length > 0) expect(found).toEqual(wanted)
    else expect(found.filter(([kind]) => kind !== "count")).toEqual([])
  })
})

describe("a range", () => {
  it("is no change", () => expect(changes("It takes 20 to 50 minutes.")).toEqual([]))
})

describe("before and after", () => {
  it.each([
    ["The run went from 40 minutes to 6.", 40, 6, undefined, undefined],
    ["It went from 50 minutes to 20, which nobody had expected.", 50, 20, undefined, undefined],
    [
      "That brought it from 50 minutes to 20, which gave 3 people their morning.",
      50,
      20,
      undefined,
      undefined,
    ],
    ["We got it down, 50 minutes to 20.", 50, 20, undefined, undefined],
    ["The bill grew from 14 to 52 thousand.", 14_000, 52_000, undefined, undefined],
    ["It takes 6 minutes instead of 40.", 40, 6, undefined, undefined],
    ["The bill went from 10,000 euros to 3,000 euros, 70 percent less.", 10_000, 3_000, 70, true],
    ["The bill went from 10,000 euros to 8,000 euros, a drop of 40 percent.", 10_000, 8_000, 40, false],
    ["We went from two hours to 30 minutes, so 4 times faster.", 120, 30, 4, true],
  ])("%s", (text, before, after, claimed, holds) =>
    expect(changes(text)).toEqual([{ before, after, claimed, holds }]),
  )
})
