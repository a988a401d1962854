import type { Flag } from "@backfill/contract"
import type { NamedFlag } from "./flags.store.ts"

/**
 * A flag for one reader. Its opening is named only to those who work on it.
 * @param openingIds the openings the reader may see; undefined means all of them
 */
export function presentFlag(
  { flag, by, resolvedBy, openingTitle }: NamedFlag,
  reader: { id: string },
  openingIds: readonly string[] | undefined,
): Flag {
  const { openingId, resolution, resolvedAt } = flag
  const shown = openingId !== null && (openingIds === undefined || openingIds.includes(openingId))
  return {
    id: flag.id,
    kitId: flag.kitId,
    kitVersion: flag.kitVersion,
    kitDigest: flag.kitDigest,
    item: { kind: flag.itemKind, id: flag.itemId },
    reason: flag.reason,
    note: flag.note,
    by: { id: flag.flaggedBy, name: by },
    mine: flag.flaggedBy === reader.id,
    at: flag.flaggedAt.toISOString(),
    during: openingId === null ? "reading" : "opening",
    opening: shown ? { id: openingId, title: openingTitle ?? "" } : null,
    state: flag.state === "resolved" ? "resolved" : "open",
    resolution:
      resolution === null || resolvedAt === null
        ? null
        : { by: resolvedBy ?? "", at: resolvedAt.toISOString(), word: resolution },
    version: flag.version,
  }
}
