import { expect, it } from "vitest"
import { hear } from "./hear.ts"
import { HEARING, RATE } from "./heard.ts"
import { FRAME_MS } from "./silero.ts"

/** Four syllables a second of a hum, first far apart and then ever clearer, on and off for so many ms in turn, in noise from a fixed sequence. */
function spoken(turns: number[]): Float32Array {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state / 2 ** 31
  }
  const parts = turns.map((ms, nth) =>
    Array.from({ length: (ms * RATE) / 1000 }, (_, at) => {
      const depth = nth === 1 ? 2 : Math.min(1, at / (RATE * 1.6))
      const swell = nth % 2 ? Math.max(0, 1 - (depth * (1 - Math.sin((at * 2 * Math.PI * 4) / RATE))) / 2) : 0
      return 0.3 * swell * Math.sin((at * 2 * Math.PI * 140) / RATE) + 0.002 * random()
    }),
  )
  return Float32Array.from(parts.flat())
}

const sound = spoken([400, 3000, 1500, 2000, 600])
const shares = Float32Array.from(
  { length: Math.floor((sound.length * 1000) / RATE / FRAME_MS) },
  (_, nth) => {
    const at = nth * FRAME_MS
    return (at > 380 && at < 3450) || (at > 4880 && at < 6950) ? 0.97 : 0.02
  },
)

it("hears the same as before in the same sound: where it doesn’t, raise HEARING and write down what it hears now", () => {
  const told = [hear(sound), hear(sound, { shares, frameMs: FRAME_MS })].map(
    ({ by, stretches, onsets, noisy, peaks }) => ({ by, stretches, onsets, noisy, peaks: peaks.length }),
  )
  expect({ version: HEARING, told }).toMatchInlineSnapshot(`
    {
      "told": [
        {
          "by": "energy",
          "noisy": false,
          "onsets": [
            465,
            715,
            965,
            1215,
            1465,
            1715,
            1965,
            2215,
            2465,
            2715,
            2965,
            3215,
            4935,
            5465,
            5715,
            5965,
            6215,
            6465,
            6715,
            6875,
          ],
          "peaks": 375,
          "stretches": [
            [
              400,
              3280,
            ],
            [
              4890,
              6910,
            ],
          ],
        },
        {
          "by": "silero",
          "noisy": false,
          "onsets": [
            465,
            715,
            965,
            1215,
            1465,
            1715,
            1965,
            2215,
            2465,
            2715,
            2965,
            3215,
            4935,
            5465,
            5715,
            5965,
            6215,
            6465,
            6715,
            6875,
          ],
          "peaks": 375,
          "stretches": [
            [
              380,
              3290,
            ],
            [
              4880,
              6920,
            ],
          ],
        },
      ],
      "version": 1,
    }
  `)
})
