import { z } from "zod"
import { Id, Line, Minutes, Text } from "../kit/schema-parts.ts"

/** What a candidate gets ready by: lists to tick, and exercises and readings behind some of their items. */

const Cell = z.union([z.string().max(200), z.number(), z.null()])
const ColumnName = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** A few rows that an exercise works on. */
export const ExerciseTable = z.strictObject({
  name: ColumnName.describe("The table’s name in SQL."),
  columns: z
    .array(
      z.strictObject({
        name: ColumnName,
        type: z.enum(["int", "numeric(12,2)", "text", "date", "timestamp"]).describe("Its type in SQL."),
      }),
    )
    .min(1)
    .max(8),
  rows: z.array(z.array(Cell)).max(30),
})
export type ExerciseTable = z.infer<typeof ExerciseTable>

/** `exercises/<id>.yaml`: something short to do or to read, with an answer to compare with. */
export const ReadinessExercise = z
  .strictObject({
    id: Id,
    title: Line,
    minutes: Minutes.max(45).describe("How long it takes; an item of a checklist, not a course."),
    read: Text.describe("What to know first (Markdown)."),
    tables: z.array(ExerciseTable).max(4).default([]).describe("The data, when there is something to query."),
    task: Text.describe("What to do or to answer (Markdown)."),
    answer: z.strictObject({
      text: Text.describe("The worked answer in words (Markdown)."),
      sql: Text.optional().describe("The worked answer as SQL; a test runs it on the tables."),
      show: Text.optional().describe(
        "The query whose rows are the result, when the answer itself changes a table.",
      ),
      result: z
        .strictObject({ columns: z.array(ColumnName).min(1), rows: z.array(z.array(Cell)).min(1).max(30) })
        .optional()
        .describe("The rows it gives."),
    }),
  })
  .refine((one) => (one.answer.sql === undefined) === (one.answer.result === undefined), {
    message: "SQL comes with the rows it gives, and rows with their SQL.",
  })
  .refine(
    (one) => one.tables.every(({ columns, rows }) => rows.every((row) => row.length === columns.length)),
    {
      message: "A row has as many cells as its table has columns.",
    },
  )
export type ReadinessExercise = z.infer<typeof ReadinessExercise>

export const ChecklistItem = z.strictObject({
  id: Id,
  text: Line.describe("What to tick, in a sentence."),
  detail: Line.optional().describe("One line more: why, or how."),
  exercise: Id.optional().describe("The exercise or reading behind it."),
})
export const ChecklistGroup = z.strictObject({
  id: Id,
  title: Line,
  note: Line.optional(),
  daysBefore: z.number().int().min(0).max(7).optional().describe("The last week only: which day it is for."),
  items: z.array(ChecklistItem).min(1).max(20),
})
/** `<id>.yaml`: one list with its groups. */
export const Checklist = z.strictObject({
  id: Id,
  place: z.number().int().min(1).max(20).describe("Where it stands on the page, from 1."),
  title: Line,
  summary: Line.describe("What it is for, in a sentence."),
  frame: z
    .array(z.strictObject({ id: Id, title: Line, minutes: Minutes, text: Line }))
    .max(8)
    .default([])
    .describe("A timed frame that the list belongs to, part by part."),
  groups: z.array(ChecklistGroup).min(1).max(12),
})
export type Checklist = z.infer<typeof Checklist>

export interface ReadinessContent {
  checklists: Checklist[]
  exercises: ReadinessExercise[]
}
