import type { Draft, Source } from "../draft.ts"
import { nearest } from "../nearest.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { FormField } from "../schema.ts"

/** The application form: choices have options, and knock-outs name answers that exist. */
export function checkForm(draft: Draft): Problem[] {
  const { form } = draft
  if (!form) return []
  return form.data.fields.flatMap((field, index) => [
    ...options(form.source, field, index),
    ...knockOut(form.source, field, index),
  ])
}

function isChoice(field: FormField): boolean {
  return field.type === "single-choice" || field.type === "multiple-choice"
}

function options(source: Source, field: FormField, index: number): Problem[] {
  const count = field.options?.length ?? 0
  if (isChoice(field) && count < 2) {
    const message = `The field ${quote(field.id)} is a choice, but has fewer than two options.`
    const help = "List at least two options, each with id and label."
    return [
      problem("options-missing", source.file, source.keyPlace(["fields", index, "type"]), message, help),
    ]
  }
  if (isChoice(field) || field.options === undefined) return []
  const message = `The field ${quote(field.id)} is no choice, so nobody would see its options.`
  const help = "Delete the options, or make the field single-choice or multiple-choice."
  return [
    problem("options-unexpected", source.file, source.keyPlace(["fields", index, "options"]), message, help),
  ]
}

function knockOut(source: Source, field: FormField, index: number): Problem[] {
  if (!field.knockOut) return []
  const path = ["fields", index, "knockOut", "disqualify"]
  const answers = possibleAnswers(field)
  if (!answers) {
    const message = `The field ${quote(field.id)} takes free answers, so none can be a knock-out.`
    const help = "Make it yes-no or a choice, or delete knockOut."
    return [
      problem("knockout-type", source.file, source.keyPlace(["fields", index, "knockOut"]), message, help),
    ]
  }
  const { disqualify } = field.knockOut
  const problems = disqualify.flatMap((answer, at) => {
    if (answers.includes(answer)) return []
    const meant = nearest(answer, answers)
    const help = meant ? `Did you mean ${meant}?` : `Use ${answers.join(", ")}.`
    const message = `${quote(answer)} is no answer to the field ${quote(field.id)}.`
    return [problem("knockout-option", source.file, source.place([...path, at]), message, help)]
  })
  if (answers.length > 0 && answers.every((answer) => disqualify.includes(answer))) {
    const message = `Every answer to ${quote(field.id)} ends the application.`
    problems.push(
      problem(
        "knockout-everybody",
        source.file,
        source.keyPlace(path),
        message,
        "Leave an answer to pass with.",
      ),
    )
  }
  return problems
}

function possibleAnswers(field: FormField): string[] | undefined {
  if (field.type === "yes-no") return ["yes", "no"]
  return isChoice(field) ? (field.options ?? []).map(({ id }) => id) : undefined
}
