// `npm run train -w web`: learns which words belong to which theme from the answers in coach/material. No clock and no chance
// are in it, so the same material gives the same bytes.
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readMaterial } from "../../coach/training/material.ts"
import { learnThemes, weightLines } from "./learn.ts"

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const answers = readMaterial(folder("../../coach/material"))
const lines = weightLines(learnThemes(answers))
writeFileSync(
  folder("../src/features/stories/serves/weights.json"),
  `${JSON.stringify(lines).replaceAll('","', '",\n"')}\n`,
)
console.log(`${lines.length} cues from ${answers.length} answers.`)
