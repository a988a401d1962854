import { createHash } from "node:crypto"
import { and, asc, desc, eq, gt, inArray, lt, lte, or, sql } from "drizzle-orm"
import type { Drizzle, Tx } from "../../platform/app.ts"
import { chainDigest, payloadDigest } from "../../platform/audit.ts"
import { accounts, audit, auditAnchors, auditPayloads } from "../../platform/database/schema/platform.ts"

export type AuditRow = typeof audit.$inferSelect
export interface BadEntry {
  record: string
  recordId: string
  seq: number
}
export interface Verification {
  ok: boolean
  entries: number
  firstBad: BadEntry | null
}

const BATCH = 2000

/** Newest entries first, at most `count`, older than the entry `before` if given. */
export const selectEntries = (
  tx: Tx,
  count: number,
  before: number | undefined,
  recordId: string | undefined,
): Promise<AuditRow[]> =>
  tx
    .select()
    .from(audit)
    .where(
      and(
        before === undefined ? undefined : lt(audit.id, before),
        recordId === undefined ? undefined : eq(audit.recordId, recordId),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(count)

/** Names of the people among `actors`; "candidate" and "system" have none. */
export async function namesOf(tx: Tx, actors: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].filter((actor) => /^[0-9a-f-]{36}$/.test(actor))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  return new Map(rows.map((row) => [row.id, row.name]))
}

const place = (row: AuditRow): BadEntry => ({ record: row.record, recordId: row.recordId, seq: row.seq })

/** What is wrong with an entry that should follow `last` in its chain; a deleted payload is none of it. */
function breaks(
  row: AuditRow,
  last: AuditRow | undefined,
  payload: { salt: string; payload: unknown } | undefined,
): boolean {
  const before = last && last.record === row.record && last.recordId === row.recordId ? last : undefined
  if (row.seq !== (before?.seq ?? 0) + 1 || row.previous !== (before?.digest ?? "")) return true
  if (chainDigest(row) !== row.digest) return true
  return payload !== undefined && payloadDigest(payload.salt, payload.payload) !== row.payloadDigest
}

/** Recomputes every chain, and every anchor over the chains; names the first entry that doesn't fit. */
export async function verifyChains(tx: Tx): Promise<Verification> {
  let entries = 0
  let last: AuditRow | undefined
  for (;;) {
    const after: AuditRow | undefined = last
    const further = after
      ? or(
          gt(audit.record, after.record),
          and(
            eq(audit.record, after.record),
            or(
              gt(audit.recordId, after.recordId),
              and(eq(audit.recordId, after.recordId), gt(audit.seq, after.seq)),
            ),
          ),
        )
      : undefined
    const rows = await tx
      .select()
      .from(audit)
      .where(further)
      .orderBy(asc(audit.record), asc(audit.recordId), asc(audit.seq))
      .limit(BATCH)
    if (rows.length === 0) break
    const payloads = new Map(
      (
        await tx
          .select()
          .from(auditPayloads)
          .where(
            inArray(
              auditPayloads.auditId,
              rows.map((row) => row.id),
            ),
          )
      ).map((p) => [p.auditId, p]),
    )
    for (const row of rows) {
      if (breaks(row, last, payloads.get(row.id))) return { ok: false, entries, firstBad: place(row) }
      entries += 1
      last = row
    }
  }
  const firstBad = await firstBadAnchor(tx)
  return { ok: firstBad === null, entries, firstBad }
}

/** An anchor that no longer matches means that entries were cut off or put in: the chains alone can't show that. */
async function firstBadAnchor(tx: Tx): Promise<BadEntry | null> {
  let from = 0
  let previous = ""
  for (const anchor of await tx.select().from(auditAnchors).orderBy(asc(auditAnchors.id))) {
    const digest = await anchorDigest(tx, previous, from, anchor.lastAuditId)
    if (digest !== anchor.digest)
      return { record: "anchor", recordId: String(anchor.id), seq: anchor.lastAuditId }
    previous = anchor.digest
    from = anchor.lastAuditId
  }
  return null
}

/** Digest over the previous anchor and the digests of all entries after `from` up to `to`, in the order of their ids. */
async function anchorDigest(tx: Tx, previous: string, from: number, to: number): Promise<string> {
  const hash = createHash("sha256").update(previous)
  for (let id = from; ; ) {
    const rows = await tx
      .select({ id: audit.id, digest: audit.digest })
      .from(audit)
      .where(and(gt(audit.id, id), lte(audit.id, to)))
      .orderBy(asc(audit.id))
      .limit(BATCH)
    for (const row of rows) hash.update(`${row.id}:${row.digest}\n`)
    const end = rows.at(-1)
    if (!end) return hash.digest("hex")
    id = end.id
  }
}

/**
 * Anchors all entries since the last anchor together; without any it does nothing. Run it at intervals. Writers wait for
 * the short moment: an entry committed late would otherwise slip in below an anchor that has been made.
 */
export async function anchorChains(db: Drizzle, now: Date): Promise<{ anchored: number }> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE platform.audit_anchors, platform.audit IN SHARE ROW EXCLUSIVE MODE`)
    const [last] = await tx.select().from(auditAnchors).orderBy(desc(auditAnchors.id)).limit(1)
    const [newest] = await tx.select({ id: audit.id }).from(audit).orderBy(desc(audit.id)).limit(1)
    const from = last?.lastAuditId ?? 0
    if (!newest || newest.id <= from) return { anchored: 0 }
    const digest = await anchorDigest(tx, last?.digest ?? "", from, newest.id)
    await tx.insert(auditAnchors).values({ at: now, lastAuditId: newest.id, digest })
    return { anchored: newest.id - from }
  })
}
