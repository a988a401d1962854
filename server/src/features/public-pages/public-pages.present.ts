import type { PublicForm } from "@backfill/contract"
import type { Kit, Plan } from "@backfill/core"
import type { openings } from "../../platform/database/schema/hiring.ts"

type OpeningRow = typeof openings.$inferSelect

export const presentPublicOpening = (row: OpeningRow, organisation: string) => ({
  slug: row.slug,
  title: row.title,
  location: row.location,
  level: row.level,
  description: row.description,
  organisation,
  open: row.state === "open",
})

/** The form as anyone may read it: which answers end an application stays here. */
export const presentForm = (kit: Kit, plan: Plan, retentionMonths: number): PublicForm => ({
  introduction: kit.form.introduction,
  coverLetter: kit.form.coverLetter,
  fields: kit.form.fields.map(({ id, label, help, type, required, options }) => ({
    id,
    label,
    help,
    type,
    required,
    options,
  })),
  stages: plan.stages.map(({ title, summary }) => ({ title, summary })),
  guide: kit.guides["candidate"] ?? "",
  retentionMonths,
})
