import type { Plan } from "@backfill/core"
import { sql } from "drizzle-orm"
import {
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { accounts, bytea, pinnedKits } from "./platform.ts"

export const hiring = pgSchema("hiring")
const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

export const openings = hiring.table("openings", {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  location: text().notNull(),
  level: text({ enum: ["junior", "mid", "senior", "principal"] }).notNull(),
  description: text().notNull(),
  state: text({ enum: ["draft", "open", "closed"] }).notNull(),
  kitDigest: text("kit_digest")
    .notNull()
    .references(() => pinnedKits.digest),
  planVersion: integer("plan_version").notNull().default(1),
  planLockedAt: at("plan_locked_at"),
  sample: boolean().notNull().default(false),
  version: integer().notNull().default(1),
  createdBy: uuid("created_by")
    .notNull()
    .references(() => accounts.id),
  createdAt: at("created_at").notNull().defaultNow(),
})

export const openingTeam = hiring.table(
  "opening_team",
  {
    openingId: uuid("opening_id")
      .notNull()
      .references(() => openings.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    role: text({ enum: ["recruiter", "hiring-manager", "interviewer"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.openingId, t.accountId, t.role] }),
    index("opening_team_account").on(t.accountId),
  ],
)

export const planVersions = hiring.table(
  "plan_versions",
  {
    openingId: uuid("opening_id")
      .notNull()
      .references(() => openings.id),
    planVersion: integer("plan_version").notNull(),
    plan: jsonb().$type<Plan>().notNull(),
    reason: text(),
    changes: jsonb().$type<string[]>().notNull().default([]),
    savedBy: uuid("saved_by")
      .notNull()
      .references(() => accounts.id),
    savedAt: at("saved_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.openingId, t.planVersion] })],
)

export const candidates = hiring.table(
  "candidates",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    phone: text().notNull(),
    timeZone: text("time_zone").notNull(),
    erasedAt: at("erased_at"),
  },
  (t) => [index("candidates_email").on(t.email)],
)

/** `state` is the stage machine's state (core/stages), kept beside the columns that lists need. */
export const applications = hiring.table(
  "applications",
  {
    id: uuid().primaryKey(),
    openingId: uuid("opening_id")
      .notNull()
      .references(() => openings.id),
    candidateId: uuid("candidate_id")
      .notNull()
      .references(() => candidates.id),
    alias: text().notNull(),
    planVersion: integer("plan_version").notNull(),
    state: jsonb().notNull(),
    status: text().notNull(),
    stageIndex: integer("stage_index").notNull().default(0),
    statusSince: at("status_since").notNull().defaultNow(),
    endedAt: at("ended_at"),
    /** From when on a scorecard is awaited; null while none is. The database keeps it (migration 0001). */
    cardsDueFrom: at("cards_due_from"),
    resumeText: text("resume_text").notNull(),
    coverLetter: text("cover_letter").notNull(),
    answers: jsonb().$type<Record<string, unknown>>().notNull(),
    disqualifyingRule: text("disqualifying_rule"),
    humanLookNote: text("human_look_note"),
    legalHold: boolean("legal_hold").notNull().default(false),
    version: integer().notNull().default(1),
    submittedAt: at("submitted_at").notNull().defaultNow(),
  },
  (t) => [
    index("applications_opening").on(t.openingId, t.stageIndex, t.statusSince),
    index("applications_candidate").on(t.candidateId),
    index("applications_counts").on(t.openingId, t.endedAt, t.cardsDueFrom, t.status),
  ],
)

/** The story: every event of an application in order, as its page tells it. */
export const applicationEvents = hiring.table(
  "application_events",
  {
    id: uuid().primaryKey(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    seq: integer().notNull(),
    at: at("at").notNull(),
    actorId: uuid("actor_id"),
    kind: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [uniqueIndex("application_events_seq").on(t.applicationId, t.seq)],
)

/** Stored files. Before its application arrives an upload belongs to nobody and expires. */
export const files = hiring.table(
  "files",
  {
    id: uuid().primaryKey(),
    applicationId: uuid("application_id").references(() => applications.id),
    attemptId: uuid("attempt_id"),
    kind: text({ enum: ["resume", "submission"] }).notNull(),
    name: text().notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer().notNull(),
    digest: text().notNull(),
    storageKey: text("storage_key").notNull(),
    extractedText: text("extracted_text"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("files_application").on(t.applicationId)],
)

export const candidateLinks = hiring.table(
  "candidate_links",
  {
    hash: bytea().primaryKey(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
  },
  (t) => [index("candidate_links_application").on(t.applicationId)],
)

export const candidateSessions = hiring.table("candidate_sessions", {
  tokenHash: bytea("token_hash").primaryKey(),
  applicationId: uuid("application_id")
    .notNull()
    .references(() => applications.id),
  linkHash: bytea("link_hash").notNull(),
  expiresAt: at("expires_at").notNull(),
})

/** What was asked for and what was granted. `note` holds the reason and is shown to recruiters only. */
export const adjustments = hiring.table("adjustments", {
  applicationId: uuid("application_id")
    .primaryKey()
    .references(() => applications.id),
  state: text({ enum: ["asked", "granted", "declined"] }).notNull(),
  kinds: text().array().notNull(),
  note: text().notNull(),
  granted: text().array().notNull().default(sql`'{}'`),
  timeFactor: real("time_factor").default(1),
  answer: text().notNull().default(""),
  decidedBy: uuid("decided_by"),
  decidedAt: at("decided_at"),
})

/** A round held for one application: an interview, or a résumé screen (no time of its own). */
export const interviews = hiring.table(
  "interviews",
  {
    id: uuid().primaryKey(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    stageIndex: integer("stage_index").notNull(),
    roundId: text("round_id").notNull(),
    kind: text({ enum: ["screen", "interview"] }).notNull(),
    title: text().notNull(),
    state: text({ enum: ["planned", "running", "done", "cancelled"] })
      .notNull()
      .default("planned"),
    startsAt: at("starts_at"),
    timeZone: text("time_zone").notNull(),
    minutes: integer().notNull(),
    location: text().notNull().default(""),
    startedAt: at("started_at"),
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("interviews_application").on(t.applicationId)],
)

export const interviewRaters = hiring.table(
  "interview_raters",
  {
    interviewId: uuid("interview_id")
      .notNull()
      .references(() => interviews.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    waivedReason: text("waived_reason"),
    waivedBy: uuid("waived_by"),
  },
  (t) => [
    primaryKey({ columns: [t.interviewId, t.accountId] }),
    index("interview_raters_account").on(t.accountId),
  ],
)

/** Notes as each interviewer's devices sent them; every edit stays. */
export const notes = hiring.table(
  "notes",
  {
    id: uuid().notNull(),
    interviewId: uuid("interview_id")
      .notNull()
      .references(() => interviews.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    itemId: text("item_id").notNull(),
    atSeconds: integer("at_seconds").notNull(),
    text: text().notNull(),
    editedAt: at("edited_at").notNull(),
    deleted: boolean().notNull(),
    device: text().notNull(),
    seq: integer().notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.authorId, t.id, t.device, t.seq] })],
)

export const consoleEvents = hiring.table(
  "console_events",
  {
    id: uuid().notNull(),
    interviewId: uuid("interview_id")
      .notNull()
      .references(() => interviews.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    kind: text().notNull(),
    itemId: text("item_id"),
    index: integer(),
    atSeconds: integer("at_seconds").notNull(),
    device: text().notNull(),
    seq: integer().notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.authorId, t.id] })],
)

export const scorecards = hiring.table(
  "scorecards",
  {
    interviewId: uuid("interview_id")
      .notNull()
      .references(() => interviews.id),
    raterId: uuid("rater_id")
      .notNull()
      .references(() => accounts.id),
    ratings: jsonb().notNull(),
    recommendation: text(),
    reason: text().notNull().default(""),
    submittedAt: at("submitted_at"),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.raterId] })],
)

/** What a submitted card said before it was amended. */
export const amendments = hiring.table("amendments", {
  id: uuid().primaryKey(),
  interviewId: uuid("interview_id").notNull(),
  raterId: uuid("rater_id").notNull(),
  at: at("at").notNull(),
  why: text().notNull(),
  phase: text({ enum: ["before-debrief", "after-debrief"] }).notNull(),
  ratingsBefore: jsonb("ratings_before").notNull(),
  recommendationBefore: text("recommendation_before"),
  reasonBefore: text("reason_before").notNull(),
})

export const unblindings = hiring.table(
  "unblindings",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    reason: text().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.accountId] })],
)

export const debriefs = hiring.table(
  "debriefs",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    stageIndex: integer("stage_index").notNull(),
    openedAt: at("opened_at").notNull(),
    openedBy: uuid("opened_by")
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.stageIndex] })],
)

/** Never updated but for superseded_by. `snapshot` is the debrief as it stood. */
export const decisions = hiring.table(
  "decisions",
  {
    id: uuid().primaryKey(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    stageIndex: integer("stage_index").notNull(),
    choice: text({ enum: ["advance", "stop", "hold", "offer", "no-offer"] }).notNull(),
    summary: text().notNull(),
    reasons: jsonb().notNull(),
    snapshot: jsonb().notNull(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => accounts.id),
    at: at("at").notNull(),
    supersedes: uuid(),
    supersededBy: uuid("superseded_by"),
  },
  (t) => [index("decisions_application").on(t.applicationId)],
)

export const attempts = hiring.table(
  "attempts",
  {
    id: uuid().primaryKey(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    exerciseId: text("exercise_id").notNull(),
    kitDigest: text("kit_digest").notNull(),
    seed: text().notNull(),
    minutes: integer().notNull(),
    timeFactor: real("time_factor").default(1),
    availableFrom: at("available_from"),
    startedAt: at("started_at"),
    deadline: at("deadline"),
    submittedAt: at("submitted_at"),
    text: text().notNull().default(""),
    version: integer().notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("attempts_application").on(t.applicationId)],
)

/** Append-only log of what happened in an attempt. */
export const attemptEvents = hiring.table(
  "attempt_events",
  {
    attemptId: uuid("attempt_id")
      .notNull()
      .references(() => attempts.id),
    seq: integer().notNull(),
    at: at("at").notNull(),
    kind: text().notNull(),
    data: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.seq] })],
)

export const evidence = hiring.table("evidence", {
  id: uuid().primaryKey(),
  applicationId: uuid("application_id")
    .notNull()
    .references(() => applications.id),
  address: text().notNull(),
  quote: text().notNull(),
  citedBy: uuid("cited_by")
    .notNull()
    .references(() => accounts.id),
  createdAt: at("created_at").notNull().defaultNow(),
})

/**
 * What interviewers say of a question or exercise to the kit's authors. The kit is named, not referred to: an item may be
 * flagged before any opening pinned its version. Withdrawn ones stay as a row without their note.
 */
export const questionFlags = hiring.table(
  "question_flags",
  {
    id: uuid().primaryKey(),
    kitId: text("kit_id").notNull(),
    kitVersion: text("kit_version").notNull(),
    kitDigest: text("kit_digest").notNull(),
    itemKind: text("item_kind", { enum: ["question", "exercise"] }).notNull(),
    itemId: text("item_id").notNull(),
    openingId: uuid("opening_id").references(() => openings.id),
    reason: text({ enum: ["unclear", "leaked", "unanswerable"] }).notNull(),
    note: text().notNull(),
    flaggedBy: uuid("flagged_by")
      .notNull()
      .references(() => accounts.id),
    flaggedAt: at("flagged_at").notNull(),
    state: text({ enum: ["open", "withdrawn", "resolved"] })
      .notNull()
      .default("open"),
    resolution: text(),
    resolvedBy: uuid("resolved_by").references(() => accounts.id),
    resolvedAt: at("resolved_at"),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("question_flags_kit").on(t.kitId, t.state),
    uniqueIndex("question_flags_once")
      .on(t.flaggedBy, t.kitId, t.itemKind, t.itemId, t.reason)
      .where(sql`state = 'open'`),
  ],
)

/** What was erased and when, without personal data; replayed when a backup is restored. */
export const erasures = hiring.table("erasures", {
  applicationId: uuid("application_id").primaryKey(),
  certificate: text().notNull(),
  at: at("at").notNull().defaultNow(),
  by: text().notNull(),
})
