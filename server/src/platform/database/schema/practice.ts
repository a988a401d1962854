import type { StoryKind, StoryThemes } from "@backfill/contract"
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core"

export const practice = pgSchema("practice")
const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

/** A member's own try at a question. No hiring role can read this schema. */
export const practiceAttempts = practice.table(
  "attempts",
  {
    id: uuid().primaryKey(),
    accountId: uuid("account_id").notNull(),
    kitId: text("kit_id").notNull(),
    kitDigest: text("kit_digest").notNull(),
    itemId: text("item_id").notNull(),
    level: text().notNull(),
    minutes: integer().notNull(),
    text: text().notNull().default(""),
    selfScore: integer("self_score"),
    startedAt: at("started_at").notNull().defaultNow(),
    finishedAt: at("finished_at"),
    version: integer().notNull().default(1),
  },
  (t) => [index("practice_attempts_account").on(t.accountId)],
)

/**
 * What a person made of the checklists: an item ticked, reworded, hidden, or one of their own. Items left as they came
 * have no row.
 */
export const readinessItems = practice.table(
  "readiness_items",
  {
    accountId: uuid("account_id").notNull(),
    itemId: text("item_id").notNull(),
    /** Own items: the group they stand in. Null for those that came with the product. */
    groupId: text("group_id"),
    /** The person's wording; null for the one it came with. */
    text: text(),
    done: boolean().notNull().default(false),
    hidden: boolean().notNull().default(false),
    changedAt: at("changed_at").notNull(),
    createdAt: at("created_at").notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.itemId] })],
)

/** The date a person gets ready for. */
export const onSites = practice.table("on_sites", {
  accountId: uuid("account_id").primaryKey(),
  onSite: date("on_site", { mode: "string" }),
})

/** A story to tell in a behavioural round, as its author last left it. */
export const practiceStories = practice.table(
  "stories",
  {
    id: uuid().primaryKey(),
    accountId: uuid("account_id").notNull(),
    title: text().notNull(),
    text: text().notNull(),
    themes: jsonb().$type<StoryThemes>().notNull(),
    badHour: boolean("bad_hour").notNull(),
    kinds: text().array().$type<StoryKind[]>().notNull(),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index("practice_stories_account").on(t.accountId)],
)

/** How a story read at a time: kept by name, or because it was about to change after a while. */
export const practiceStoryVersions = practice.table(
  "story_versions",
  {
    id: uuid().primaryKey(),
    accountId: uuid("account_id").notNull(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => practiceStories.id, { onDelete: "cascade" }),
    name: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    index("practice_story_versions_account").on(t.accountId),
    index("practice_story_versions_story").on(t.storyId, t.at),
  ],
)

/** A hint that the author has set aside: the coach stays silent about it. */
export const practiceDismissedHints = practice.table(
  "dismissed_hints",
  {
    id: uuid().primaryKey(),
    accountId: uuid("account_id").notNull(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => practiceStories.id, { onDelete: "cascade" }),
    finding: text().notNull(),
    quote: text().notNull(),
    reason: text().notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    index("practice_dismissed_hints_account").on(t.accountId),
    index("practice_dismissed_hints_story").on(t.storyId),
  ],
)
