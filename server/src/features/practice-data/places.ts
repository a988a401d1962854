import { Instant, MAX_STORIES, OnSite, StoryDraft, typed, Uuid, Version } from "@backfill/contract"
import { Level } from "@backfill/core"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"
import { z } from "zod"
import type { Tx } from "../../platform/app.ts"
import { mockEvents, mockHalves, mockNotes, mocks } from "../../platform/database/schema/mocks.ts"
import {
  onSites,
  practiceAttempts,
  practiceDismissedHints,
  practiceStories,
  practiceStoryVersions,
  readinessItems,
} from "../../platform/database/schema/practice.ts"
import { practiceRecordingChunks, practiceRecordings } from "../../platform/database/schema/recordings.ts"
import { practiceRehearsals } from "../../platform/database/schema/rehearsals.ts"
import { leaveRecordings, takeOutRecordings } from "../practice-recordings/take-out.ts"
import { leaveAll } from "../mocks/leave.ts"
import { takeOut } from "../mocks/take-out.ts"

type OwnTable = PgTable & { accountId: PgColumn }

/** A table whose every row is one person's. */
export interface PlaceOfRows {
  /** Its name in the file. */
  key: string
  table: OwnTable
  /** What tells one person's rows apart. `id` is unique among everybody's; any other only together with whose it is. */
  names: PgColumn
  /** One row as the file holds it: every column but whose it is. Rows from elsewhere are checked by this. */
  row: z.ZodObject
  /** Columns that point at a row of another place, which has to come earlier in the list. */
  refers?: Record<string, string>
  /** How many one person may bring. */
  most: number
}

/**
 * Tables whose rows belong to two, or point at files: a person takes out what is theirs to read, and leaves; nothing is
 * taken in again.
 */
export interface PlaceShared {
  key: string
  tables: readonly PgTable[]
  takeOut: (tx: Tx, accountId: string, now: Date) => Promise<{ id: string }[]>
  /** Answers the accounts whose pages should hear of it. */
  leaveAll: (tx: Tx, accountId: string) => Promise<string[]>
  row: z.ZodObject
  most: number
}

/** Where a person's practice lies: what the one file holds, and what deleting all empties. */
export type PlaceOfPractice = PlaceOfRows | PlaceShared
export const holdsRows = (place: PlaceOfPractice): place is PlaceOfRows => "table" in place

const slug = typed(64, 1)

/** Every place there is, parents first. A table of practice that isn't here fails a test. */
export const PLACES: readonly PlaceOfPractice[] = [
  {
    key: "attempts",
    table: practiceAttempts,
    names: practiceAttempts.id,
    most: 20_000,
    row: z.strictObject({
      id: Uuid,
      kitId: slug,
      kitDigest: typed(200),
      itemId: slug,
      level: Level,
      minutes: z.number().int().min(0).max(10_000),
      text: typed(50_000),
      selfScore: z.number().int().min(1).max(5).nullable(),
      startedAt: Instant,
      finishedAt: Instant.nullable(),
      version: Version,
    }),
  },
  {
    key: "stories",
    table: practiceStories,
    names: practiceStories.id,
    most: MAX_STORIES,
    row: z.strictObject({
      id: Uuid,
      ...StoryDraft.shape,
      createdAt: Instant,
      updatedAt: Instant,
      version: Version,
    }),
  },
  {
    key: "storyVersions",
    table: practiceStoryVersions,
    names: practiceStoryVersions.id,
    refers: { storyId: "stories" },
    most: 50_000,
    row: z.strictObject({
      id: Uuid,
      storyId: Uuid,
      name: typed(100),
      title: typed(200),
      text: typed(20_000),
      at: Instant,
    }),
  },
  {
    key: "dismissedHints",
    table: practiceDismissedHints,
    names: practiceDismissedHints.id,
    refers: { storyId: "stories" },
    most: 20_000,
    row: z.strictObject({
      id: Uuid,
      storyId: Uuid,
      finding: slug,
      quote: typed(4000),
      reason: typed(500),
      at: Instant,
    }),
  },
  {
    key: "readinessItems",
    table: readinessItems,
    names: readinessItems.itemId,
    most: 1000,
    row: z.strictObject({
      itemId: slug,
      groupId: slug.nullable(),
      text: typed(400, 1).nullable(),
      done: z.boolean(),
      hidden: z.boolean(),
      changedAt: Instant,
      createdAt: Instant,
      version: Version,
    }),
  },
  {
    key: "onSite",
    table: onSites,
    names: onSites.accountId,
    most: 1,
    row: z.strictObject({ onSite: OnSite.shape.onSite }),
  },
  {
    key: "mocks",
    tables: [mocks, mockHalves, mockNotes, mockEvents],
    takeOut,
    leaveAll,
    most: 20_000,
    row: z.looseObject({ id: Uuid }),
  },
  {
    // Picture and sound don't fit into a file of text: it says what there is, what is noted on it, and where to download each.
    key: "recordings",
    tables: [practiceRecordings, practiceRecordingChunks, practiceRehearsals],
    takeOut: takeOutRecordings,
    leaveAll: leaveRecordings,
    most: 20_000,
    row: z.looseObject({ id: Uuid }),
  },
]
