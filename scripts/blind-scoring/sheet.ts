/*
 * Prints what a blind reader gets: node scripts/blind-scoring/sheet.ts SEED PART [KIT] [QUESTION...]
 * A part (1, 2 or 3) holds one answer of every question (or of those named), drawn by the seed, so that nobody can score
 * one answer by comparing it with the others: the wording, the five anchors, the answer, and no score.
 */
import { questionsOf, shuffled } from "./samples.ts"

const [seed = "", part = "", kit = "data-engineer", ...only] = process.argv.slice(2)
if (seed === "" || !/^[123]$/.test(part)) throw new Error("Call it with a seed and a part: 1, 2 or 3.")
for (const question of await questionsOf(kit)) {
  const given = shuffled(question, seed)[Number(part) - 1]
  if (!given || (only.length > 0 && !only.includes(question.id))) continue
  const anchors = Object.entries(question.anchors).map(([score, anchor]) => `${score}. ${anchor}`)
  console.log(
    [
      `## ${question.id}`,
      question.question,
      ["Anchors:", ...anchors].join("\n"),
      `### ${given.name}`,
      given.answer,
    ].join("\n\n"),
    "\n",
  )
}
