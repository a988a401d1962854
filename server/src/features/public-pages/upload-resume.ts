import { randomUUID } from "node:crypto"
import type { api } from "@backfill/contract"
import { files } from "../../platform/database/schema/hiring.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { deleteOldUploads, insertUpload, selectOpenOpening } from "./public-pages.store.ts"
import { type Extraction, extractText } from "./resume/extract.ts"
import { MEDIA_TYPES, resumeKind } from "./resume/sniff.ts"
import { readWhole } from "./resume/read-whole.ts"

export const MAX_RESUME = 20_000_000

const WARNINGS: Record<NonNullable<Extraction["warning"]>, string> = {
  encrypted:
    "The file is kept, but it is locked with a password, so its text couldn’t be read. Paste the text below, or choose an unlocked copy.",
  unreadable: "The file is kept, but its text couldn’t be read. Paste the text below instead.",
  "no-text": "The file is kept, but there is no text in it; it may be a scan. Paste the text below instead.",
}

/** Takes a résumé, checks that it is one, and gives its text back for correcting. Refused files leave nothing behind. */
export const uploadResume: Handlers<typeof api.publicPages>["uploadResume"] = async (call) => {
  await limit(call.db, `resume:${call.request.ip}`, 30, 600)
  const opening = await selectOpenOpening(call.db, call.params.slug)
  const name = plainName(call.query.name)
  const stored = await call.app.storage.put(call.upload, MAX_RESUME)
  try {
    const bytes = await readWhole(call.app.storage.read(stored.key))
    if (bytes.length === 0) throw new ProblemError("file_empty")
    const kind = resumeKind(name, bytes)
    if (!kind) throw new ProblemError("file_type")
    const extraction = kind.locked
      ? { text: "", warning: "encrypted" as const }
      : await extractText(kind.kind, bytes)
    if ("refused" in extraction)
      throw new ProblemError("file_unreadable", { detail: REFUSED[extraction.refused] })
    const row: typeof files.$inferInsert = {
      id: randomUUID(),
      kind: "resume",
      name,
      mediaType: MEDIA_TYPES[kind.kind],
      bytes: stored.bytes,
      digest: stored.digest,
      storageKey: stored.key,
      extractedText: extraction.text,
      createdAt: call.now,
    }
    const old = await call.db.transaction(async (tx) => {
      await insertUpload(tx, row)
      return deleteOldUploads(tx, call.now)
    })
    for (const key of old) await call.app.storage.remove(key)
    call.request.log.info(
      { openingId: opening.id, kind: kind.kind, bytes: stored.bytes, warning: extraction.warning },
      "résumé uploaded",
    )
    return {
      uploadId: row.id,
      name,
      bytes: stored.bytes,
      text: extraction.text,
      warning: extraction.warning && WARNINGS[extraction.warning],
    }
  } catch (error) {
    await call.app.storage.remove(stored.key)
    throw error
  }
}

const REFUSED = {
  "too-large":
    "Unpacked, this file would be far larger than a résumé, so it wasn’t opened or stored. Save it again as PDF or Word and choose the new copy.",
  damaged: "This file is damaged, so it wasn’t stored. Save it again as PDF or Word and choose the new copy.",
}

/** The name without path and control characters, as it is shown to people. */
export const plainName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .slice(-200) || "file"
