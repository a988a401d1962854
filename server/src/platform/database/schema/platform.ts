import { sql } from "drizzle-orm"
import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"

export const platform = pgSchema("platform")
const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" })

export const accounts = platform.table(
  "accounts",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    roles: text().array().notNull(),
    timeZone: text("time_zone").notNull(),
    disabledAt: at("disabled_at"),
    version: integer().notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("accounts_email").on(sql`lower(${t.email})`)],
)

/** Ways an account signs in: a password now, others later. */
export const identities = platform.table(
  "identities",
  {
    id: uuid().primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    kind: text({ enum: ["password"] }).notNull(),
    secret: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("identities_account_kind").on(t.accountId, t.kind)],
)

export const sessions = platform.table(
  "sessions",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [index("sessions_account").on(t.accountId)],
)

/** One-time tokens, stored hashed and bound to one purpose. */
export const tokens = platform.table("tokens", {
  hash: bytea().primaryKey(),
  purpose: text({ enum: ["set-up", "invitation", "password-reset"] }).notNull(),
  subjectId: uuid("subject_id"),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
})

export const invitations = platform.table("invitations", {
  id: uuid().primaryKey(),
  email: text(),
  roles: text().array().notNull(),
  invitedBy: uuid("invited_by")
    .notNull()
    .references(() => accounts.id),
  expiresAt: at("expires_at").notNull(),
  closedAt: at("closed_at"),
  createdAt: at("created_at").notNull().defaultNow(),
})

/** One row: what this installation is. */
export const settings = platform.table("settings", {
  id: integer().primaryKey().default(1),
  organisation: text().notNull(),
  hiring: boolean().notNull(),
  registration: text({ enum: ["open", "invitation", "off"] }).notNull(),
  retentionMonths: integer("retention_months").notNull().default(6),
  contact: text().notNull().default(""),
  version: integer().notNull().default(1),
})

/** Token buckets shared by every server process. */
export const rateLimits = platform.table("rate_limits", {
  key: text().primaryKey(),
  used: integer().notNull(),
  windowEnds: at("window_ends").notNull(),
})

/** Answers already given to a write with an idempotency key. */
export const idempotency = platform.table(
  "idempotency",
  {
    actor: text().notNull(),
    key: text().notNull(),
    requestDigest: text("request_digest").notNull(),
    status: integer(),
    answer: jsonb(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
)

/** Append-only: a salted digest of every change, chained per record. What changed lies apart in audit_payloads. */
export const audit = platform.table(
  "audit",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    record: text().notNull(),
    recordId: text("record_id").notNull(),
    seq: integer().notNull(),
    at: at("at").notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    payloadDigest: text("payload_digest").notNull(),
    previous: text().notNull(),
    digest: text().notNull(),
  },
  (t) => [
    uniqueIndex("audit_record_seq").on(t.record, t.recordId, t.seq),
    index("audit_record_id").on(t.recordId),
  ],
)

export const auditPayloads = platform.table("audit_payloads", {
  auditId: integer("audit_id").primaryKey(),
  salt: text().notNull(),
  payload: jsonb().notNull(),
  sealed: boolean().notNull().default(false),
})

/** The heads of all chains, hashed together now and then, so that a cut-off log shows. */
export const auditAnchors = platform.table("audit_anchors", {
  id: bigserial({ mode: "number" }).primaryKey(),
  at: at("at").notNull().defaultNow(),
  lastAuditId: integer("last_audit_id").notNull(),
  digest: text().notNull(),
})

/** Kit bundles as they were when an opening pinned them, by digest. */
export const pinnedKits = platform.table("pinned_kits", {
  digest: text().primaryKey(),
  kitId: text("kit_id").notNull(),
  version: text().notNull(),
  bundle: text().notNull(),
  pinnedAt: at("pinned_at").notNull().defaultNow(),
})
