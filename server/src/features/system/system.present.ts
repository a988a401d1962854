import type { AuditEntry, ServerEvent } from "@backfill/contract"
import type { z } from "zod"
import type { AuditRow } from "./audit.store.ts"

/** An entry as the owner's list shows it: never its payload. */
export const presentEntry = (row: AuditRow, names: Map<string, string>): z.infer<typeof AuditEntry> => ({
  seq: row.seq,
  at: row.at.toISOString(),
  actor: names.get(row.actor) ?? row.actor,
  action: row.action,
  record: row.record,
  recordId: row.recordId,
  digest: row.digest,
})

/** One event as it goes down the stream. */
export const presentEvent = ({ kind, topic, id }: ServerEvent): string =>
  `data: ${JSON.stringify({ kind, topic, id })}\n\n`
