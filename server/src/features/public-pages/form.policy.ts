import type { Answers } from "@backfill/contract"
import type { Form, FormField } from "@backfill/core"
import { ProblemError } from "../../platform/problem-error.ts"

interface Complaint {
  path: string
  message: string
}

/** Checks an application's answers against the form it was filled in on; throws invalid_request naming every field at fault. */
export function checkAnswers(form: Form, answers: Answers, coverLetter: string): void {
  const known = new Set(form.fields.map((field) => field.id))
  const complaints: Complaint[] = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `body.answers.${id}`,
      message: "The form doesn’t ask this any more. Reload it; your answers are kept on this device.",
    }))
  for (const field of form.fields) {
    const message = complaintAbout(field, answers[field.id])
    if (message) complaints.push({ path: `body.answers.${field.id}`, message })
  }
  if (form.coverLetter === "required" && coverLetter.trim() === "")
    complaints.push({
      path: "body.coverLetter",
      message: "This role asks for a letter. A few sentences will do.",
    })
  if (complaints.length > 0) throw new ProblemError("invalid_request", { errors: complaints })
}

function complaintAbout(field: FormField, answer: Answers[string] | undefined): string | undefined {
  if (isEmpty(answer)) return field.required ? "Please answer this one." : undefined
  const options = new Set(field.options?.map((option) => option.id))
  switch (field.type) {
    case "yes-no":
      return plain(answer) === "yes" || plain(answer) === "no" ? undefined : "Choose yes or no."
    case "single-choice":
      return typeof answer === "string" && options.has(answer)
        ? undefined
        : "Choose one of the answers shown."
    case "multiple-choice":
      return Array.isArray(answer) && answer.every((id) => options.has(id))
        ? undefined
        : "Choose among the answers shown."
    case "number":
      return typeof answer === "number" && Number.isFinite(answer) ? undefined : "Write a number, e.g. 4."
    case "short-text":
      return typeof answer === "string" && answer.length <= 1000 ? undefined : "Write up to 1,000 characters."
    case "long-text":
      return typeof answer === "string" ? undefined : "Write your answer as text."
  }
}

const isEmpty = (answer: Answers[string] | undefined): boolean =>
  answer === undefined ||
  (typeof answer === "string" && answer.trim() === "") ||
  (Array.isArray(answer) && answer.length === 0)

/** A yes or no as the kit writes it, however it was sent. */
const plain = (answer: Answers[string] | undefined): unknown =>
  answer === true ? "yes" : answer === false ? "no" : answer

/** The first rule that an answer breaks, in the order of the form; null when all of them hold. */
export function knockOut(form: Form, answers: Answers): { fieldId: string; rule: string } | null {
  for (const { id, knockOut: rule } of form.fields) {
    if (!rule) continue
    const given = [plain(answers[id])].flat()
    if (given.some((answer) => typeof answer === "string" && rule.disqualify.includes(answer)))
      return { fieldId: id, rule: rule.rule }
  }
  return null
}

/** An answer as a person reads it. */
export function answerInWords(field: FormField, answer: unknown): string {
  const label = (id: unknown) => field.options?.find((option) => option.id === id)?.label ?? String(id)
  if (answer === undefined || answer === null || answer === "") return "No answer"
  if (field.type === "yes-no") return plain(answer as Answers[string]) === "yes" ? "Yes" : "No"
  if (Array.isArray(answer)) return answer.length > 0 ? answer.map(label).join(", ") : "No answer"
  return field.options ? label(answer) : String(answer)
}
