import { Instant, MAX_STORIES, StoryDraft, typed, Uuid, Version } from "@backfill/contract"
import { Level } from "@backfill/core"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"
import { z } from "zod"
import {
  practiceAttempts,
  practiceDismissedHints,
  practiceStories,
  practiceStoryVersions,
} from "../../platform/database/schema/practice.ts"

type OwnTable = PgTable & { id: PgColumn; accountId: PgColumn }

/** Where a person's practice lies: what the one file holds, and what deleting all empties. */
export interface PlaceOfPractice {
  /** Its name in the file. */
  key: string
  table: OwnTable
  /** One row as the file holds it: every column but whose it is. Rows from elsewhere are checked by this. */
  row: z.ZodObject
  /** Columns that point at a row of another place, which has to come earlier in the list. */
  refers?: Record<string, string>
  /** How many one person may bring. */
  most: number
}

const slug = z.string().min(1).max(64)

/** Every place there is, parents first. A table of practice that isn't here fails a test. */
export const PLACES: readonly PlaceOfPractice[] = [
  {
    key: "attempts",
    table: practiceAttempts,
    most: 20_000,
    row: z.strictObject({
      id: Uuid,
      kitId: slug,
      kitDigest: z.string().max(200),
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
]
