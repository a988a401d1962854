// `npm run evaluate`: tries the coach on voices it hasn't learned from and writes docs/coach.md. `--quiet` prints only.
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { crossValidate } from "./cross-validate.ts"
import { readMaterial } from "./material.ts"
import { reportOf } from "./report.ts"

const FOLDS = 6
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const tried = crossValidate(readMaterial(folder("../material")), FOLDS)
const report = reportOf(tried, FOLDS)
console.log(report)
if (!process.argv.includes("--quiet")) writeFileSync(folder("../../docs/coach.md"), report)
