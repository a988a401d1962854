import type { PublicForm } from "@backfill/contract"
import type { ApplyBody } from "./apply-types.ts"
import type { Draft } from "./draft.ts"

export type FormField = PublicForm["fields"][number]

/**
 * What is sent for a draft: only fields the form still asks, numbers as numbers, nothing for what was left empty.
 * Expects a draft in which `checkDraft` finds no fault.
 */
export function applyBody(draft: Draft, form: PublicForm): ApplyBody {
  const { kinds, note } = draft.adjustments
  const wishes = kinds.length > 0 || note.trim() !== ""
  return {
    name: draft.name.trim(),
    email: draft.email.trim(),
    phone: draft.phone.trim(),
    timeZone: draft.timeZone,
    uploadId: draft.resume.uploadId,
    resumeText: draft.resume.text.trim(),
    coverLetter: form.coverLetter === "off" ? "" : draft.coverLetter.trim(),
    answers: Object.fromEntries(form.fields.flatMap((field) => answerFor(field, draft.answers[field.id]))),
    adjustments: wishes ? { kinds, note: note.trim() } : null,
  }
}

function answerFor(
  field: FormField,
  answer: string | string[] | undefined,
): [string, string | number | string[]][] {
  if (answer === undefined || answer.length === 0) return []
  if (typeof answer !== "string") return [[field.id, answer]]
  if (answer.trim() === "") return []
  return [[field.id, field.type === "number" ? readNumber(answer) : answer.trim()]]
}

/** A number as people type it, with a point or a comma; NaN for anything else. */
export function readNumber(typed: string): number {
  const plain = typed.trim().replace(",", ".")
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}
