import type { AsideHint, RehearsalMark, Speech, SpokenPart, Transcript } from "@backfill/contract"
import { index, integer, jsonb, timestamp, uuid } from "drizzle-orm/pg-core"
import { practice } from "./practice.ts"
import { practiceRecordings } from "./recordings.ts"

/**
 * What somebody noted on a recording of their practice, as they last left it. This is the only table that may know how
 * somebody spoke; no hiring role can read it.
 */
export const practiceRehearsals = practice.table(
  "rehearsals",
  {
    recordingId: uuid("recording_id")
      .primaryKey()
      .references(() => practiceRecordings.id, { onDelete: "cascade" }),
    accountId: uuid("account_id").notNull(),
    speech: jsonb().$type<Speech>(),
    marks: jsonb().$type<RehearsalMark[]>().notNull(),
    parts: jsonb().$type<SpokenPart[]>().notNull(),
    transcript: jsonb().$type<Transcript>(),
    dismissed: jsonb().$type<AsideHint[]>().notNull().default([]),
    changedAt: timestamp("changed_at", { withTimezone: true, mode: "date" }).notNull(),
    version: integer().notNull(),
  },
  (t) => [index("practice_rehearsals_account").on(t.accountId)],
)
