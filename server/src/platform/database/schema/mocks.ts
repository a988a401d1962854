import type { ConsoleItem, MockRating } from "@backfill/contract"
import type { Level } from "@backfill/core"
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { bytea } from "./platform.ts"
import { practice } from "./practice.ts"

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

/** A mock interview of two members. Who made it asks in the first half; whoever left is null. */
export const mocks = practice.table(
  "mocks",
  {
    id: uuid().primaryKey(),
    makerId: uuid("maker_id"),
    partnerId: uuid("partner_id"),
    linkHash: bytea("link_hash"),
    linkExpiresAt: at("link_expires_at"),
    joinedAt: at("joined_at"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("mocks_link_hash").on(t.linkHash),
    index("mocks_maker").on(t.makerId),
    index("mocks_partner").on(t.partnerId),
  ],
)

/**
 * Half one or two. Its questions are kept as they were when it was set up, since ticks name signs by number. `ratings`
 * belongs to the asker until `handedAt`, then to the one who answered.
 */
export const mockHalves = practice.table(
  "mock_halves",
  {
    mockId: uuid("mock_id")
      .notNull()
      .references(() => mocks.id, { onDelete: "cascade" }),
    number: integer().$type<1 | 2>().notNull(),
    level: text().$type<Level>().notNull(),
    items: jsonb().$type<ConsoleItem[]>().notNull(),
    startedAt: at("started_at"),
    /** The item in the room, as the asker's events tell. */
    atItem: text("at_item"),
    endedAtSecond: integer("ended_at_second"),
    ratings: jsonb().$type<MockRating[]>().notNull().default([]),
    ratingsVersion: integer("ratings_version").notNull().default(1),
    handedAt: at("handed_at"),
    /** Who answered has deleted what was theirs. */
    discardedAt: at("discarded_at"),
  },
  (t) => [primaryKey({ columns: [t.mockId, t.number] })],
)

/** Every version of the asker's notes until they are handed over; then those that stand. */
export const mockNotes = practice.table(
  "mock_notes",
  {
    mockId: uuid("mock_id").notNull(),
    half: integer().$type<1 | 2>().notNull(),
    id: uuid().notNull(),
    itemId: text("item_id").notNull(),
    atSeconds: integer("at_seconds").notNull(),
    text: text().notNull(),
    editedAt: at("edited_at").notNull(),
    deleted: boolean().notNull(),
    device: text().notNull(),
    seq: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mockId, t.half, t.id, t.device, t.seq] }),
    foreignKey({
      name: "mock_notes_half",
      columns: [t.mockId, t.half],
      foreignColumns: [mockHalves.mockId, mockHalves.number],
    }).onDelete("cascade"),
  ],
)

export const mockEvents = practice.table(
  "mock_events",
  {
    mockId: uuid("mock_id").notNull(),
    half: integer().$type<1 | 2>().notNull(),
    id: uuid().notNull(),
    kind: text().notNull(),
    itemId: text("item_id"),
    index: integer(),
    atSeconds: integer("at_seconds").notNull(),
    device: text().notNull(),
    seq: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mockId, t.half, t.id] }),
    foreignKey({
      name: "mock_events_half",
      columns: [t.mockId, t.half],
      foreignColumns: [mockHalves.mockId, mockHalves.number],
    }).onDelete("cascade"),
  ],
)
