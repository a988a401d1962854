import { collectProse, type Draft, type FoundText, isEnglish, sentenceWordsIn } from "../draft.ts"
import { type Problem, problem } from "../problem.ts"
import { READABILITY, readability, withoutCode } from "../rules/readability.ts"
import { sentencesOf } from "../rules/sentences.ts"
import type { Numbers } from "../rules/vocabulary.ts"

const LEVELS = ["junior", "mid", "senior", "principal"]
const SCORES = ["1", "2", "3", "4", "5"]

/** Texts are plain enough: what is spoken or read under a clock for a candidate, what raters read for raters. */
export function checkReadable(draft: Draft): Problem[] {
  if (!isEnglish(draft)) return []
  const spoken = [
    ...collectProse(draft, "question", ["question"]),
    ...collectProse(draft, "question", ["probes", "*"]),
    ...collectProse(draft, "exercise", ["brief"]),
  ]
  const written = [
    ...collectProse(draft, "question", ["purpose"]),
    ...LEVELS.flatMap((level) => [
      ...collectProse(draft, "question", ["expectations", level, "expected"]),
      ...collectProse(draft, "question", ["expectations", level, "why"]),
      ...collectProse(draft, "framework", ["competencies", "*", "levels", level]),
    ]),
    ...(["question", "exercise"] as const).flatMap((kind) => [
      ...collectProse(draft, kind, ["indicators", "positive", "*"]),
      ...collectProse(draft, kind, ["indicators", "negative", "*"]),
      ...SCORES.flatMap((score) => collectProse(draft, kind, ["anchors", score])),
    ]),
  ]
  return [
    ...spoken.flatMap((text) => check(draft, text, READABILITY.spoken)),
    ...written.flatMap((text) => check(draft, text, READABILITY.written)),
  ]
}

function check(draft: Draft, text: FoundText, limit: (typeof READABILITY)["spoken" | "written"]): Problem[] {
  const { grade, longest, words } = readability(spokenWords(draft, text), draft.vocabulary)
  if (longest <= limit.sentence && (words < limit.leastWords || grade <= limit.grade)) return []
  const place = text.source.place(text.path)
  if (longest > limit.sentence) {
    const message = `A sentence here has ${longest} words; ${limit.sentence} are the limit.`
    return [problem("sentence-too-long", text.source.file, place, message, "Cut it in two.")]
  }
  const message = `This reads at school grade ${Math.ceil(grade)}; ${limit.grade} is the limit.`
  const help = "Use shorter words and sentences, as you would when speaking to a colleague."
  return [problem("text-hard-to-read", text.source.file, place, message, help)]
}

function spokenWords(draft: Draft, text: FoundText): readonly Numbers[] {
  const spoken = withoutCode(text.value)
  if (spoken === text.value) return sentenceWordsIn(draft, text)
  return sentencesOf(spoken).map((sentence) => draft.vocabulary.read(sentence))
}
