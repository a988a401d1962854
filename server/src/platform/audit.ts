import { createHash, randomBytes } from "node:crypto"
import { and, desc, eq, sql } from "drizzle-orm"
import { audit } from "./database/schema/platform.ts"
import { builtOnce, type Tx } from "./drizzle.ts"

export interface Change {
  /** What kind of record, e.g. "application". */
  record: string
  recordId: string
  action: string
  /** Account id, "candidate" or "system". */
  actor: string
  at: Date
  before?: unknown
  after?: unknown
  /** The payload stays unreadable while scorecards are sealed. */
  sealed?: boolean
}

const sha256 = (...parts: string[]) =>
  createHash("sha256")
    .update(parts.map((p) => `${p.length}:${p}`).join(""))
    .digest("hex")

/** The digest that chains an entry to the one before it, over everything but the (deletable) payload itself. */
export const chainDigest = (e: {
  record: string
  recordId: string
  seq: number
  at: Date
  actor: string
  action: string
  payloadDigest: string
  previous: string
}) =>
  sha256(
    e.record,
    e.recordId,
    String(e.seq),
    e.at.toISOString(),
    e.actor,
    e.action,
    e.payloadDigest,
    e.previous,
  )

export const payloadDigest = (salt: string, payload: unknown) => sha256(salt, canonical(payload))

/** JSON with sorted keys: the database keeps no key order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(",")}]`
  if (value !== null && typeof value === "object" && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(",")}}`
  }
  return JSON.stringify(value ?? null)
}

/**
 * Records a change in the transaction that makes it: who, what, when, and a salted digest of before and after,
 * chained to the record's previous entry. The payload lies apart so that erasure can delete it and the chain stays whole.
 */
export async function recordChange(tx: Tx, change: Change): Promise<void> {
  // Of two writers who saw the same last entry the second waits for the first, and then finds another one last.
  while (!(await append(tx, change))) continue
}

const LAST = builtOnce((tx) =>
  tx
    .select({ seq: audit.seq, digest: audit.digest })
    .from(audit)
    .where(and(eq(audit.record, sql.placeholder("record")), eq(audit.recordId, sql.placeholder("recordId"))))
    .orderBy(desc(audit.seq))
    .limit(1)
    .prepare("audit_last"),
)

async function append(tx: Tx, change: Change): Promise<boolean> {
  const [last] = await LAST(tx).execute({ record: change.record, recordId: change.recordId })
  const salt = randomBytes(16).toString("hex")
  const payload = { before: change.before ?? null, after: change.after ?? null }
  const entry = {
    record: change.record,
    recordId: change.recordId,
    seq: (last?.seq ?? 0) + 1,
    at: change.at,
    actor: change.actor,
    action: change.action,
    payloadDigest: payloadDigest(salt, payload),
    previous: last?.digest ?? "",
  }
  const { record, recordId, seq, at, actor, action } = entry
  const { rows } = await tx.execute(sql`
    WITH entry AS (
      INSERT INTO platform.audit (record, record_id, seq, at, actor, action, payload_digest, previous, digest)
      VALUES (${record}, ${recordId}, ${seq}, ${at.toISOString()}, ${actor}, ${action}, ${entry.payloadDigest},
        ${entry.previous}, ${chainDigest(entry)})
      ON CONFLICT (record, record_id, seq) DO NOTHING RETURNING id)
    INSERT INTO platform.audit_payloads (audit_id, salt, payload, sealed)
    SELECT id, ${salt}, ${canonical(payload)}::jsonb, ${change.sealed ?? false}::boolean FROM entry
    RETURNING audit_id`)
  return rows.length > 0
}
