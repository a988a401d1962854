import { describe, expect, it } from "vitest"
import { energyGate } from "./energy-gate.ts"
import { hear } from "./hear.ts"
import { RATE } from "./heard.ts"
import { bandLevelsOf } from "./spectrum.ts"
import { settled } from "./stretches.ts"

/** A hum that is on and off for so many ms in turn, on top of even noise from a fixed sequence. */
function hum(turns: number[], noise: number, height = 0.3): Float32Array {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state / 2 ** 31
  }
  const parts = turns.map((ms, nth) =>
    Float32Array.from(
      { length: (ms * RATE) / 1000 },
      (_, at) => (nth % 2 ? height * Math.sin((at * 2 * Math.PI * 140) / RATE) : 0) + noise * random(),
    ),
  )
  return Float32Array.from(parts.flatMap((part) => [...part]))
}

const gate = (samples: Float32Array) => energyGate(bandLevelsOf(samples))

describe("the energy gate", () => {
  it("finds speech by its loudness, to a step", () => {
    const { stretches, noisy } = gate(hum([500, 1000, 300, 800, 1200, 700, 400], 0.001))
    expect(noisy).toBe(false)
    const edges = [500, 1500, 1800, 2600, 3800, 4500]
    expect(stretches.flat()).toHaveLength(edges.length)
    for (const [nth, at] of stretches.flat().entries())
      expect(Math.abs(at - (edges[nth] as number))).toBeLessThanOrEqual(20)
  })
  it("says when noise is near", () => {
    expect(gate(hum([500, 1000, 500, 1000], 0.06)).noisy).toBe(true)
    expect(gate(hum([4000], 0.2))).toEqual({ stretches: [], noisy: true })
  })
  it("hears nobody in silence, however quiet the device", () => {
    expect(gate(new Float32Array(RATE))).toEqual({ stretches: [], noisy: false })
    expect(gate(hum([1000, 500, 1000], 0, 0.0005))).toEqual({ stretches: [], noisy: false })
    expect(gate(new Float32Array(0)).stretches).toEqual([])
  })
})

describe("what is heard", () => {
  it("has whole milliseconds within the recording, and a waveform fifty times a second", () => {
    const heard = hear(hum([500, 1000, 333, 667], 0.001))
    expect(heard).toMatchObject({ by: "energy", durationMs: 2500 })
    expect(heard.stretches.flat().every((at) => Number.isInteger(at) && at >= 0 && at <= 2500)).toBe(true)
    expect(heard.peaks).toHaveLength(125)
    expect(heard.peaks[10]).toBeLessThan(0.01)
    expect(heard.peaks[50]).toBeCloseTo(0.3, 1)
  })
  it("stands in order and apart, and closes its shortest pauses beyond 2,000 stretches", () => {
    expect(
      settled(
        [
          [0.4, 10.6],
          [10.9, 20],
          [30, 29],
          [50, 90],
        ],
        80,
      ),
    ).toEqual([
      [0, 20],
      [50, 80],
    ])
    const many = Array.from({ length: 2100 }, (_, nth) => [nth * 1000, nth * 1000 + 500 + (nth % 2)] as const)
    const kept = settled(many, 2_100_000)
    expect(kept.length).toBeLessThanOrEqual(2000)
    expect(kept[0]).toEqual([0, 500])
  })
})
