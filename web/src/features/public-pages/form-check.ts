import type { PublicForm } from "@backfill/contract"
import { ProblemError } from "../../app/api.ts"
import { type FormField, readNumber } from "./apply-body.ts"
import type { Draft } from "./draft.ts"

/** A field, by the name it has on the page (`name`, `resume`, `answers.years`), and what to do about it. */
export type Fault = { field: string; message: string }

const longest = { short: 1000, long: 10_000, letter: 20_000, resume: 100_000, note: 2000 }

/** Everything that keeps a draft from being sent, in the order of the page. */
export function checkDraft(draft: Draft, form: PublicForm): Fault[] {
  const letter = draft.coverLetter.trim()
  return [
    fault("name", draft.name.trim() === "", "Write your name as we should use it."),
    fault(
      "email",
      !/^\S+@\S+\.\S+$/.test(draft.email.trim()),
      "Write an address like ana@example.org; your link goes there.",
    ),
    fault("resume", draft.resume.text.trim() === "", "Add a résumé as a file, or write or paste its text."),
    tooLong("resume", draft.resume.text, longest.resume),
    fault(
      "coverLetter",
      form.coverLetter === "required" && letter === "",
      "This role asks for a letter. A few sentences will do.",
    ),
    tooLong("coverLetter", form.coverLetter === "off" ? "" : letter, longest.letter),
    ...form.fields.map((field) => checkAnswer(field, draft.answers[field.id])),
    tooLong("adjustments", draft.adjustments.note, longest.note),
  ].filter((found) => found !== undefined)
}

function checkAnswer(field: FormField, answer: string | string[] | undefined): Fault | undefined {
  const at = `answers.${field.id}`
  const choice = field.type === "yes-no" || field.type.endsWith("-choice")
  if (answer === undefined || answer.length === 0 || (typeof answer === "string" && answer.trim() === ""))
    return fault(at, field.required, choice ? "Choose an answer." : "Write an answer.")
  if (typeof answer !== "string") return undefined
  if (field.type === "number")
    return fault(at, Number.isNaN(readNumber(answer)), "Write a number in figures, for example 4 or 2.5.")
  return tooLong(at, answer, field.type === "short-text" ? longest.short : longest.long)
}

function tooLong(field: string, text: string, most: number): Fault | undefined {
  const over = text.length - most
  return fault(
    field,
    over > 0,
    `Shorten it by ${over.toLocaleString("en")} characters; ${most.toLocaleString("en")} fit.`,
  )
}

function fault(field: string, wrong: boolean, message: string): Fault | undefined {
  return wrong ? { field, message } : undefined
}

/** The fields a refusal of the server names, by their names on the page. */
export function faultsOf(error: unknown): Fault[] {
  if (!(error instanceof ProblemError)) return []
  return (error.problem.errors ?? []).map(({ path, message }) => {
    const place = path.replace(/^body\./, "")
    const field =
      place === "resumeText" || place === "uploadId"
        ? "resume"
        : place.startsWith("adjustments")
          ? "adjustments"
          : place
    return { field, message }
  })
}
