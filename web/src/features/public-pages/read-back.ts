import type { PublicForm } from "@backfill/contract"
import { bytesInWords } from "../../ui/bytes.ts"
import { adjustmentWords } from "./adjustment-words.ts"
import type { FormField } from "./apply-body.ts"
import type { Draft } from "./draft.ts"

/** One answer as it is read back. `prose` is read as written, over several lines; an empty `answer` was left out. */
export type ReadBackRow = { field: string; label: string; answer: string; prose?: true }
export type ReadBackPart = { title: string; rows: ReadBackRow[] }

/** Every answer in the order of the form, in the words of the form. */
export function readBack(draft: Draft, form: PublicForm): ReadBackPart[] {
  const { resume, adjustments } = draft
  const wishes = adjustments.kinds.map((kind) => adjustmentWords[kind].label).join(", ")
  const parts: ReadBackPart[] = [
    {
      title: "About you",
      rows: [
        { field: "name", label: "Name", answer: draft.name.trim() },
        { field: "email", label: "E-mail", answer: draft.email.trim() },
        { field: "phone", label: "Phone", answer: draft.phone.trim() },
        { field: "timeZone", label: "Time zone", answer: draft.timeZone.replaceAll("_", " ") },
      ],
    },
    {
      title: "Your résumé",
      rows: [
        {
          field: "resume",
          label: "File",
          answer: resume.uploadId === null ? "" : `${resume.fileName}, ${bytesInWords(resume.bytes)}`,
        },
        { field: "resume", label: "Text", answer: resume.text.trim(), prose: true },
      ],
    },
  ]
  if (form.coverLetter !== "off")
    parts.push({
      title: "Your letter",
      rows: [{ field: "coverLetter", label: "Letter", answer: draft.coverLetter.trim(), prose: true }],
    })
  if (form.fields.length > 0)
    parts.push({
      title: "Your answers",
      rows: form.fields.map((field) => rowFor(field, draft.answers[field.id])),
    })
  parts.push({
    title: "What you need from us",
    rows: [
      { field: "adjustments", label: "Adjustments", answer: wishes },
      { field: "adjustments", label: "In your words", answer: adjustments.note.trim(), prose: true },
    ],
  })
  return parts
}

function rowFor(field: FormField, answer: string | string[] | undefined): ReadBackRow {
  const labels = new Map(field.options?.map(({ id, label }) => [id, label]))
  if (field.type === "yes-no") labels.set("yes", "Yes").set("no", "No")
  const words = [answer ?? []].flat().map((part) => labels.get(part) ?? part.trim())
  const row: ReadBackRow = { field: `answers.${field.id}`, label: field.label, answer: words.join(", ") }
  return field.type === "long-text" ? { ...row, prose: true } : row
}
