import { collectTexts, type Draft } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"

/** Every competency is asked about, and every question knows its round. */
export function checkCoverage(draft: Draft): Problem[] {
  return [...withoutQuestion(draft), ...withoutRound(draft)]
}

/** An exercise alone leaves a competency to one sample of work; where nothing looks at it at all, that is said elsewhere. */
function withoutQuestion({ framework, complete, ...draft }: Draft): Problem[] {
  if (!framework || !complete.has("question")) return []
  const whole = { framework, complete, ...draft }
  const asked = new Set(collectTexts(whole, "question", ["competency"]).map(({ value }) => value))
  const exercised = new Set(collectTexts(whole, "exercise", ["competencies", "*"]).map(({ value }) => value))
  return framework.data.competencies.flatMap(({ id }, index) => {
    if (asked.has(id) || !exercised.has(id)) return []
    const place = framework.source.place(["competencies", index, "id"])
    const message = `No question asks about ${quote(id)}; only exercises give evidence for it.`
    return [
      problem(
        "competency-without-question",
        framework.source.file,
        place,
        message,
        "Write a question for it.",
      ),
    ]
  })
}

function withoutRound(draft: Draft): Problem[] {
  return draft.questions.flatMap(({ source, data }) => {
    if (data.round !== undefined) return []
    const message = `The question ${quote(data.id)} doesn’t say in which round it is asked.`
    const help = "Add round with the id of a round in rounds.yaml."
    return [problem("question-without-round", source.file, source.keyPlace(["id"]), message, help)]
  })
}
