// Makes the small recording by which browser and Node are compared: `node web/training/speech/fixture.ts`, with espeak-ng and ffmpeg.
import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { hear } from "../../src/features/rehearse/speech/hear.ts"
import { FRAME_MS } from "../../src/features/rehearse/speech/silero.ts"
import { openModel } from "./model.ts"
import { fixtureScene, withNoise } from "./scene.ts"
import { fromWav, toWav } from "./wav.ts"

const folder = fileURLToPath(new URL("fixture/", import.meta.url))
mkdirSync(folder, { recursive: true })
const [wav, webm] = [`${folder}spoken.wav`, `${folder}spoken.webm`]
const convert = (...args: string[]) => execFileSync("ffmpeg", ["-v", "error", "-y", ...args])

writeFileSync(wav, toWav(withNoise(fixtureScene(), "pink", 20, 77)))
convert("-i", wav, "-c:a", "libopus", "-b:a", "32k", "-map_metadata", "-1", "-fflags", "+bitexact", webm)
// What Node hears is what the codec left of it.
convert("-i", webm, "-ar", "16000", "-ac", "1", "-map_metadata", "-1", "-fflags", "+bitexact", wav)
const { samples } = fromWav(readFileSync(wav))
const { stretches } = hear(samples, { shares: await (await openModel())(samples), frameMs: FRAME_MS })
writeFileSync(`${folder}heard.json`, `${JSON.stringify({ stretches })}\n`)
