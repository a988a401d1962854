import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import { hear } from "../../src/features/rehearse/speech/hear.ts"
import { RATE } from "../../src/features/rehearse/speech/heard.ts"
import { FRAME_MS, type VoiceModel } from "../../src/features/rehearse/speech/silero.ts"
import { syllablesOf } from "./espeak.ts"
import { openModel } from "./model.ts"
import { withinShare } from "./score.ts"
import { CONDITIONS, type Result, tryOn } from "./trial.ts"
import { TRIED_ON } from "./voices.ts"
import { fromWav } from "./wav.ts"

/** A floor under docs/rehearse-speech.md, on some of its voices: espeak-ng speaks, Silero listens. */
const SEED = 40
const LONG = 300_000
let model: VoiceModel
let results: Result[]
beforeAll(async () => {
  model = await openModel()
  const [other, ...voices] = TRIED_ON.slice(0, 4)
  const steady = CONDITIONS.filter(({ noise }) => noise !== "babble")
  results = [
    ...(await tryOn(model, voices, SEED, steady)),
    ...(await tryOn(
      model,
      other ? [other] : [],
      SEED,
      CONDITIONS.filter(({ noise }) => noise === "babble"),
    )),
  ]
}, LONG)

const told = ({ condition, by }: Result) => `${by}, ${condition.noise ?? "no noise"} ${condition.snrDb}`

describe("pauses in speech", () => {
  it("are known in enough scenes", () => {
    expect(results).toHaveLength(14)
    for (const one of results) expect(one.score.pauses, told(one)).toBe(one.scenes * 9)
  })
  it("are found by the model, their edges within .15 s, in white and pink noise down to 10 dB", () => {
    const steady = results.filter(({ by, condition }) => by === "silero" && condition.noise !== "babble")
    for (const one of steady) {
      expect(withinShare(one.score), told(one)).toBeGreaterThanOrEqual(0.95)
      expect(one.score.missed + one.score.invented, told(one)).toBeLessThanOrEqual(2)
      expect(one.noisy, told(one)).toBe(0)
    }
  })
  it("are told to be unsure where other people speak as well, and others don’t", () => {
    const babble = (by: Result["by"], snrDb: number) =>
      results.find(
        ({ by: own, condition }) => own === by && condition.noise === "babble" && condition.snrDb === snrDb,
      )
    const unsure = [babble("silero", 10), babble("energy", 10), babble("energy", 20)]
    for (const one of unsure) expect(one?.noisy).toBe(one?.scenes)
    expect(withinShare((unsure[0] as Result).score)).toBeLessThan(0.9)
    expect(withinShare((babble("silero", 20) as Result).score)).toBeGreaterThan(0.8)
  })
})

describe("syllables", () => {
  it("are those that are spoken, by the phonemes", () =>
    expect(
      syllablesOf("Nobody noticed a bottle before Monday", { name: "en-us", rate: 150, pitch: 50 }),
    ).toBe(12))
  it("are counted within a seventh", () => {
    const quiet = results.filter(({ by, condition }) => by === "silero" && condition.noise !== "babble")
    for (const one of quiet)
      for (const share of one.syllables) expect(Math.abs(share - 1), told(one)).toBeLessThan(1 / 7)
  })
})

describe("the recording that the browser’s test hears", () => {
  it("is heard in Node as it is noted beside it", async () => {
    const at = (name: string) => readFileSync(new URL(`fixture/${name}`, import.meta.url))
    const { samples } = fromWav(at("spoken.wav"))
    const heard = hear(samples, { shares: await model(samples), frameMs: FRAME_MS })
    expect({ stretches: heard.stretches }).toEqual(JSON.parse(at("heard.json").toString()))
    expect(heard.stretches).toHaveLength(3)
  })
  it("has no speech where it is silent", async () => {
    const silence = new Float32Array(4 * RATE)
    expect(hear(silence, { shares: await model(silence), frameMs: FRAME_MS }).stretches).toEqual([])
  })
})
