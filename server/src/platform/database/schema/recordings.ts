import type { RecordingKind } from "@backfill/contract"
import {
  bigint,
  boolean,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { applications, attempts, hiring } from "./hiring.ts"
import { bytea } from "./platform.ts"
import { practice } from "./practice.ts"

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })
const size = (name: string) => bigint(name, { mode: "number" })

/**
 * A recording's states. After those of the contract: expired, the upload was given up; removed, its files are to be
 * deleted. Both stay for a while, so that a client that comes back hears what became of it.
 */
export const RECORDING_STATES = [
  "receiving",
  "received",
  "ready",
  "as-it-came",
  "expired",
  "removed",
] as const

/** What hiring and practice keep of a recording. Nothing here says how somebody spoke. */
const recordingColumns = () => ({
  id: uuid().primaryKey(),
  kind: text().$type<RecordingKind>().notNull(),
  state: text({ enum: RECORDING_STATES }).notNull().default("receiving"),
  take: integer().notNull(),
  /** Bytes on disk, from the start without a gap. */
  offset: size("received_bytes").notNull().default(0),
  length: size("length_bytes"),
  /** The first bytes, until they have told what file this is. */
  head: bytea(),
  mediaType: text("media_type"),
  /** The one file it became, and its SHA-256. Null while it lies in chunks. */
  fileKey: text("file_key"),
  fileBytes: size("file_bytes"),
  digest: text(),
  /** SHA-256 of the bytes as they were sent; while one is taken in from a file, of those that are to come. */
  originalDigest: text("original_digest"),
  durationMs: integer("duration_ms"),
  width: integer(),
  height: integer(),
  note: text().notNull().default(""),
  /** Who sends bytes just now. */
  appendToken: uuid("append_token"),
  appendUntil: at("append_until"),
  /** Which process makes the file just now, and how often that was begun. */
  claimToken: uuid("claim_token"),
  claimUntil: at("claim_until"),
  tries: integer().notNull().default(0),
  /** When bytes last arrived or the state last changed. */
  changedAt: at("changed_at").notNull(),
  createdAt: at("created_at").notNull(),
})

const chunkColumns = () => ({
  recordingId: uuid("recording_id").notNull(),
  offset: size("start_byte").notNull(),
  bytes: integer().notNull(),
  digest: text().notNull(),
  storageKey: text("storage_key").notNull(),
})

/** A candidate's takes at a prompt of their application. */
export const recordings = hiring.table(
  "recordings",
  {
    ...recordingColumns(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    attemptId: uuid("attempt_id")
      .notNull()
      .references(() => attempts.id),
    /** The one to hand in. */
    chosen: boolean("chosen").notNull().default(false),
  },
  (t) => [
    uniqueIndex("recordings_take").on(t.attemptId, t.take),
    index("recordings_application").on(t.applicationId),
    index("recordings_state").on(t.state, t.changedAt),
  ],
)

/** The pieces of a recording that arrived, until they are one file. */
export const recordingChunks = hiring.table(
  "recording_chunks",
  {
    ...chunkColumns(),
    recordingId: uuid("recording_id")
      .notNull()
      .references(() => recordings.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.recordingId, t.offset] })],
)

/** Recordings of one's own practice. No hiring role can read them. */
export const practiceRecordings = practice.table(
  "recordings",
  {
    ...recordingColumns(),
    accountId: uuid("account_id").notNull(),
    storyId: uuid("story_id"),
    kitId: text("kit_id"),
    itemId: text("item_id"),
  },
  (t) => [
    index("practice_recordings_account").on(t.accountId, t.createdAt),
    index("practice_recordings_state").on(t.state, t.changedAt),
  ],
)

export const practiceRecordingChunks = practice.table(
  "recording_chunks",
  {
    ...chunkColumns(),
    recordingId: uuid("recording_id")
      .notNull()
      .references(() => practiceRecordings.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.recordingId, t.offset] })],
)

/**
 * The part that both tables have in common, for what works the same on either side. Drizzle remembers column names by table
 * name, so what only the whole tables have has its name written out.
 */
export function recordingTables(schema: "hiring" | "practice", owner: "application_id" | "account_id") {
  const place = pgSchema<string>(schema)
  return {
    rows: place.table("recordings", { ...recordingColumns(), ownerId: uuid(owner).notNull() }),
    chunks: place.table("recording_chunks", chunkColumns()),
  }
}
