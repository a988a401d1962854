// `npm run train -w coach`: learns the weights that are shipped from coach/material. No clock and no chance are in it, so
// the same material gives the same bytes.
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Weighing } from "../src/findings/weighing.ts"
import { STEP } from "../src/parts/weights.ts"
import { rescaled } from "./calibrate.ts"
import { scaleByWriter } from "./cross-validate.ts"
import { trainApart } from "./folds.ts"
import { learnFindings } from "./learn-findings.ts"
import { readMaterial } from "./material.ts"
import { prepare } from "./prepare.ts"
import { trainParts, type Weights } from "./train-parts.ts"
import { trainStory } from "./train-story.ts"
import { withVariants } from "./variants.ts"

const FOLDS = 6
/** Groups of writers that are left out to see how far confidence can be trusted. */
const GROUPS = 4
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const hundredths = (values: Iterable<number>) =>
  Array.from(values, (v) => Math.round(v * STEP) || 0).join(" ")

/** A line for each feature that weighs anything once rounded. */
function partsFile({ features, steps }: Weights): string {
  const lines = [...features]
    .filter(([, w]) => w.some((v) => Math.abs(v) >= 0.04))
    .map(([name, w]) => `${name}\t${hundredths(w)}`)
  return `${JSON.stringify({ steps: hundredths(steps), features: lines }, undefined, 0).replaceAll('","', '",\n"')}\n`
}
const rounded = ({ bias, weights }: Weighing): Weighing => ({
  bias: Number(bias.toFixed(3)),
  weights: Object.fromEntries(
    Object.entries(weights).flatMap(([name, w]) =>
      Math.abs(w) < 0.005 ? [] : [[name, Number(w.toFixed(3))]],
    ),
  ),
})
const jsonFile = (value: unknown) => `${JSON.stringify(value, undefined, 1)}\n`

const answers = readMaterial(folder("../material"))
const lessons = prepare(answers, FOLDS)
const findings = learnFindings(lessons.stories, trainApart(lessons, FOLDS), -1)
const scale = scaleByWriter(answers, GROUPS)
writeFileSync(folder("../src/parts/weights.json"), partsFile(trainParts(withVariants(lessons))))
writeFileSync(
  folder("../src/findings/weights.json"),
  jsonFile(
    Object.fromEntries(
      Object.entries(findings).map(([id, weighing]) => [id, rounded(rescaled(weighing, scale))]),
    ),
  ),
)
writeFileSync(folder("../src/story/weights.json"), jsonFile(rounded(trainStory(answers))))
console.log(`Learned from ${answers.length} answers in ${new Set(answers.map((a) => a.voice)).size} voices.`)
