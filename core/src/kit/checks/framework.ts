import { collectTexts, type Draft } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"

/** Weights are decimal numbers typed by people; a thousandth of a per cent is rounding, not a mistake. */
const WEIGHT_TOLERANCE = 0.001

/** The framework: every competency has levels, weight and evidence. */
export function checkFramework(draft: Draft): Problem[] {
  if (!draft.framework) return []
  return [...weights(draft.framework), ...levels(draft.framework), ...unusedCompetencies(draft)]
}

type Framework = NonNullable<Draft["framework"]>

function weights({ source, data }: Framework): Problem[] {
  const sum = data.competencies.reduce((total, { weight }) => total + weight, 0)
  if (Math.abs(sum - 100) <= WEIGHT_TOLERANCE) return []
  const message = `The weights of all competencies add up to ${Number(sum.toFixed(3))}, not to 100.`
  const help = "Change the weights; a competency that shouldn’t count may have weight 0."
  return [problem("weights-sum", source.file, source.keyPlace(["competencies"]), message, help)]
}

function levels({ source, data }: Framework): Problem[] {
  return data.competencies.flatMap((competency, index) => {
    if (competency.kind !== "competency" || competency.levels) return []
    const message = `The competency ${quote(competency.id)} doesn’t say what each level looks like.`
    const help = "Add levels with junior, mid, senior and principal, or make it kind: attitude."
    return [problem("levels-missing", source.file, source.place(["competencies", index]), message, help)]
  })
}

function unusedCompetencies(draft: Draft): Problem[] {
  const { framework, complete } = draft
  if (!framework || !complete.has("question") || !complete.has("exercise")) return []
  const used = new Set(
    [
      ...collectTexts(draft, "question", ["competency"]),
      ...collectTexts(draft, "exercise", ["competencies", "*"]),
    ].map(({ value }) => value),
  )
  return framework.data.competencies.flatMap(({ id }, index) => {
    if (used.has(id)) return []
    const message = `No question and no exercise gives evidence for ${quote(id)}.`
    const help = "Write one, or take the competency out."
    return [
      problem(
        "competency-unused",
        framework.source.file,
        framework.source.place(["competencies", index, "id"]),
        message,
        help,
      ),
    ]
  })
}
