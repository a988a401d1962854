/*
 * Prints what a blind reader gets: node scripts/blind-scoring/sheet.ts SEED [QUESTION…]
 * Wording, level expectations left out, five anchors, and the answers shuffled without their scores.
 */
import { shippedKit, shuffled } from "./samples.ts"

const [seed = "1", ...wanted] = process.argv.slice(2)
const { questions } = await shippedKit()
for (const question of questions.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  const anchors = Object.entries(question.anchors).map(([score, anchor]) => `${score}. ${anchor}`)
  const answers = shuffled(question, seed).map(({ name, answer }) => `### ${name}\n\n${answer}`)
  console.log(
    [`## ${question.id}`, question.question, ["Anchors:", ...anchors].join("\n"), ...answers].join("\n\n"),
    "\n",
  )
}
