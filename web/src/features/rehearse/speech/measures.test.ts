import { describe, expect, it } from "vitest"
import type { Stretch } from "./heard.ts"
import { measures, pausesOf, tempoDiffers } from "./measures.ts"
import { paceOf } from "./pace.ts"

const stretches: Stretch[] = [
  [1000, 3000],
  [3200, 5000],
  [5250, 8000],
  [9000, 11_000],
]
const onsets = Array.from({ length: 35 }, (_, nth) => 1000 + nth * 200)

describe("pauses", () => {
  it("lie between stretches and last a quarter of a second, from there on", () =>
    expect(pausesOf(stretches)).toEqual([
      [5000, 5250],
      [8000, 9000],
    ]))
  it("aren’t the silence around it all", () => expect(pausesOf([[500, 900]], 0)).toEqual([]))
})

describe("measures", () => {
  it("count from the first word to the last", () =>
    expect(measures({ durationMs: 12_000, stretches, onsets }, { words: 20 })).toEqual({
      totalMs: 12_000,
      spanMs: 10_000,
      speechMs: 8_750,
      pauses: 2,
      longPauses: 1,
      longestPauseMs: 1000,
      speechShare: 0.875,
      articulationRate: 4,
      speakingRate: 3.5,
      wordsPerMinute: 120,
    }))
  it("say nothing of a rate in silence", () =>
    expect(measures({ durationMs: 9000, stretches: [], onsets: [] }, { words: 9 })).toMatchObject({
      speechMs: 0,
      longestPauseMs: 0,
      speechShare: null,
      articulationRate: null,
      wordsPerMinute: null,
    }))
})

describe("pace", () => {
  it("is per second of speech: a pause doesn’t slow it", () => {
    const spoken: Stretch[] = [
      [0, 10_000],
      [15_000, 30_000],
    ]
    const even = spoken.flatMap(([from, to]) =>
      Array.from({ length: (to - from) / 250 }, (_, nth) => from + nth * 250),
    )
    const pace = paceOf({ durationMs: 30_000, stretches: spoken, onsets: even })
    expect(pace.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 31 }, (_, nth) => nth * 1000))
    for (const { syllablesPerSecond } of pace) expect(syllablesPerSecond ?? 4).toBeCloseTo(4, 1)
  })
  it("has a gap where hardly anybody speaks", () => {
    const spoken: Stretch[] = [
      [0, 5000],
      [25_000, 30_000],
    ]
    const pace = paceOf({ durationMs: 30_000, stretches: spoken, onsets: [100, 26_000] })
    expect(
      pace.filter(({ syllablesPerSecond }) => syllablesPerSecond === null).map(({ atMs }) => atMs),
    ).toEqual(Array.from({ length: 15 }, (_, nth) => 8000 + nth * 1000))
  })
})

describe("a difference of tempo", () => {
  it("under a tenth isn’t one, either way round", () => {
    expect([tempoDiffers(4, 4.3), tempoDiffers(4.3, 4), tempoDiffers(0, 0)]).toEqual([false, false, false])
    expect([tempoDiffers(4, 4.5), tempoDiffers(4.5, 4), tempoDiffers(0, 1)]).toEqual([true, true, true])
  })
})
