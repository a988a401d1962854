import {
  boolean,
  date,
  index,
  integer,
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
