import { index, integer, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core"

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
