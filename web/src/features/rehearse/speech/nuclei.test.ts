import { describe, expect, it } from "vitest"
import { RATE } from "./heard.ts"
import { nucleiOf } from "./nuclei.ts"
import { peaksOf } from "./peaks.ts"

const LENGTH = 3 * RATE
const hum = (at: number) =>
  Math.sin((at * 2 * Math.PI * 130) / RATE) + Math.sin((at * 2 * Math.PI * 260) / RATE) / 2
/** Swells and fades four times a second, hardly fading to nothing. */
const swell = (at: number) => 0.25 - 0.2 * Math.cos((at * 2 * Math.PI * 4) / RATE)
let state = 7
const hiss = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
  return state / 2 ** 32
}
const sound = (of: (at: number) => number) => Float32Array.from({ length: LENGTH }, (_, at) => of(at))

describe("syllable nuclei", () => {
  it("are where a voice is loudest between two dips", () => {
    const found = nucleiOf(
      sound((at) => hum(at) * swell(at)),
      [[0, 3000]],
    )
    expect(found).toHaveLength(12)
    for (const [nth, at] of found.entries()) expect(Math.abs(at - (125 + nth * 250))).toBeLessThan(30)
  })
  it("have pitch: a hiss that swells is none", () =>
    expect(
      nucleiOf(
        sound((at) => hiss() * swell(at)),
        [[0, 3000]],
      ).length,
    ).toBeLessThan(2))
  it("lie in speech, and a level hum is one", () => {
    const swelling = sound((at) => hum(at) * swell(at))
    expect(nucleiOf(swelling, [[1000, 2000]])).toHaveLength(4)
    expect(nucleiOf(swelling, [])).toEqual([])
    expect(nucleiOf(sound(hum), [[200, 2800]])).toHaveLength(1)
  })
})

describe("the waveform", () => {
  it("is at most 1, and covers a last part too", () => {
    const peaks = peaksOf(Float32Array.from({ length: 330 }, (_, at) => (at === 325 ? -1.5 : 0.25)))
    expect([...peaks]).toEqual([0.25, 1])
    expect(peaksOf(new Float32Array(0))).toHaveLength(0)
  })
})
