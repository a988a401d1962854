import { type Kit, readBundle } from "@backfill/core"
import { eq } from "drizzle-orm"
import type { FoundKit, Tx } from "../../platform/app.ts"
import { pinnedKits } from "../../platform/database/schema/platform.ts"
import { found } from "../../platform/problem-error.ts"

const CACHED = 20
/** A bundle never changes under its digest, so a parsed one may be kept; the oldest goes first. */
const cache = new Map<string, Kit>()

/** The kit an opening was pinned to, as it was then. Throws not_found for a digest nobody pinned. */
export async function pinnedKit(tx: Tx, digest: string): Promise<Kit> {
  const cached = cache.get(digest)
  if (cached) return cached
  const row = found(
    (await tx.select({ bundle: pinnedKits.bundle }).from(pinnedKits).where(eq(pinnedKits.digest, digest)))[0],
  )
  const { kit, problems } = readBundle(row.bundle)
  if (!kit)
    throw new Error(`the pinned kit ${digest} can’t be read: ${problems[0]?.message ?? "no reason given"}`)
  cache.set(digest, kit)
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHED) break
    cache.delete(oldest)
  }
  return kit
}

/** Stores a kit's bundle under its digest; the same kit pinned twice is stored once. */
export async function pinKit(tx: Tx, found: FoundKit & { kit: Kit }): Promise<string> {
  const { id: kitId, version, digest } = found.kit
  await tx.insert(pinnedKits).values({ digest, kitId, version, bundle: found.bundle }).onConflictDoNothing()
  return digest
}
