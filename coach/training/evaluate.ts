// `npm run evaluate`: tries the coach on voices and on writers it hasn't learned from and writes docs/coach.md. `--quiet` prints only.
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { crossValidate } from "./cross-validate.ts"
import { readMaterial } from "./material.ts"
import { writersOf } from "./prepare.ts"
import { reportOf } from "./report.ts"

const FOLDS = 6
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const answers = readMaterial(folder("../material"))
const byVoice = crossValidate(answers, FOLDS)
const byWriter = crossValidate(answers, writersOf(answers), "writer")
const report = reportOf(byVoice, FOLDS, byWriter)
console.log(report)
if (!process.argv.includes("--quiet")) writeFileSync(folder("../../docs/coach.md"), report)
