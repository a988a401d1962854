// Hears voices that no threshold was chosen on and writes docs/rehearse-speech.md; `--quiet` prints only. Takes a few minutes and needs espeak-ng.
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { openModel } from "./model.ts"
import { reportOf } from "./report.ts"
import { tryOn } from "./trial.ts"
import { TRIED_ON } from "./voices.ts"

/** Of the scenes; those that thresholds were chosen on had others. */
const SEED = 9_000

const report = reportOf(await tryOn(await openModel(), [...TRIED_ON, ...TRIED_ON], SEED))
console.log(report)
if (!process.argv.includes("--quiet"))
  writeFileSync(fileURLToPath(new URL("../../../docs/rehearse-speech.md", import.meta.url)), report)
