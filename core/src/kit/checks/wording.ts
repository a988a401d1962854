import { collectProse, type Draft, type FoundText, isEnglish, sentencesIn } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"
import { secondAsk } from "../rules/double.ts"
import { CRITERIA, TRAITS } from "../rules/fit.ts"
import { LEADING } from "../rules/leading.ts"
import { brokenRules, plain, type Rule } from "../rules/rule.ts"
import { sentencesOf, spokenSentences } from "../rules/sentences.ts"
import { UNLAWFUL, UNLAWFUL_LABELS } from "../rules/unlawful.ts"
import type { ProblemCode } from "../codes.ts"

/** Of a longer wording only so much is judged; it is reported as too long elsewhere. */
const MAX_JUDGED = 3000

/**
 * How questions are put and answers judged: nothing unlawful, leading or double-barrelled is asked, and nothing but
 * behaviour is scored. The rules know English; kits in other languages are passed over.
 */
export function checkWording(draft: Draft): Problem[] {
  if (!isEnglish(draft)) return []
  const spoken = [
    ...collectProse(draft, "question", ["question"]),
    ...collectProse(draft, "question", ["probes", "*"]),
  ]
  const read = [
    ...collectProse(draft, "question", ["title"]),
    ...collectProse(draft, "exercise", ["title"]),
    ...collectProse(draft, "exercise", ["brief"]),
    ...collectProse(draft, "exercise", ["design", "deepDives", "*", "ask"]),
    ...collectProse(draft, "form", ["fields", "*", "label"]),
    ...collectProse(draft, "form", ["fields", "*", "options", "*", "label"]),
  ]
  return [
    ...[...spoken, ...read].flatMap(unlawful),
    ...labels(draft),
    ...spoken.flatMap(leading),
    ...spoken.flatMap(double),
    ...judged(draft),
  ]
}

function judgedSentences(text: FoundText): readonly string[] {
  const { value } = text
  return value.length <= MAX_JUDGED ? sentencesIn(text) : sentencesOf(value.slice(0, MAX_JUDGED))
}

function unlawful(text: FoundText): Problem[] {
  return judgedSentences(text).flatMap((sentence) =>
    report(text, "question-unlawful", sentence, UNLAWFUL, "asks for something protected"),
  )
}

function labels(draft: Draft): Problem[] {
  return collectProse(draft, "form", ["fields", "*", "label"]).flatMap((text) =>
    report(text, "question-unlawful", plain(text.value), UNLAWFUL_LABELS, "asks for something protected"),
  )
}

function leading(text: FoundText): Problem[] {
  return spokenSentences(text.value.slice(0, MAX_JUDGED)).flatMap((sentence) =>
    report(text, "question-leading", sentence, LEADING, "suggests its answer"),
  )
}

function double(text: FoundText): Problem[] {
  const second = secondAsk(spokenSentences(text.value.slice(0, MAX_JUDGED)))
  if (second === undefined) return []
  const message = `This asks more than one thing; the second begins at ${quote(second.trim())}.`
  const help = "Ask one thing, and make the other a probe or a question of its own."
  return [problem("question-double", text.source.file, text.source.place(text.path), message, help)]
}

function judged(draft: Draft): Problem[] {
  const indicators = (["question", "exercise"] as const).flatMap((kind) => [
    ...collectProse(draft, kind, ["indicators", "positive", "*"]),
    ...collectProse(draft, kind, ["indicators", "negative", "*"]),
  ])
  const scores = ["1", "2", "3", "4", "5"]
  const levels = ["junior", "mid", "senior", "principal"]
  const others = [
    ...(["question", "exercise"] as const).flatMap((kind) =>
      scores.flatMap((score) => collectProse(draft, kind, ["anchors", score])),
    ),
    ...levels.flatMap((level) => collectProse(draft, "question", ["expectations", level, "expected"])),
    ...levels.flatMap((level) => collectProse(draft, "framework", ["competencies", "*", "levels", level])),
    ...scores.flatMap((score) => collectProse(draft, "resume", ["criteria", "*", "anchors", score])),
  ]
  return [
    ...[...indicators, ...others].flatMap((text) =>
      judgedSentences(text).flatMap((sentence) =>
        report(text, "criterion-unfair", sentence, CRITERIA, "judges by something other than the work"),
      ),
    ),
    ...indicators.flatMap(notObservable),
  ]
}

function notObservable(text: FoundText): Problem[] {
  const reading = plain(text.value)
  if (brokenRules(reading, [TRAITS]).length === 0 && reading.split(/\s+/).length >= 3) return []
  const message = `${quote(text.value)} is a quality, not something one can hear or see.`
  const help = "Write what a candidate says or does, in three words or more."
  return [problem("indicator-vague", text.source.file, text.source.place(text.path), message, help)]
}

function report(
  text: FoundText,
  code: ProblemCode,
  sentence: string,
  rules: readonly Rule[],
  says: string,
): Problem[] {
  return brokenRules(sentence, rules).map(({ rule, words }) =>
    problem(
      code,
      text.source.file,
      text.source.place(text.path),
      `${quote(words)} ${says} (rule ${rule.id}).`,
      rule.why,
    ),
  )
}
