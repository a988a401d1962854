import type { App, Tx } from "../app.ts"
import { ProblemError } from "../problem-error.ts"
import type { Shelf } from "./shelf.ts"
import { spaceTaken } from "./store.ts"

const GB = 1_000_000_000

/** The most space that one person’s recordings may take, in bytes. */
export const ownSpace = (app: App): number => app.config.BACKFILL_RECORDINGS_PERSON_GB * GB

/** Throws storage_full where so many more bytes don’t fit, saying whose space it is that is full. */
export async function requireSpace(
  app: App,
  tx: Tx,
  shelf: Shelf,
  ownerId: string,
  more: number,
): Promise<void> {
  const taken = await spaceTaken(tx, shelf, ownerId)
  if (taken.own + more > ownSpace(app))
    throw new ProblemError("storage_full", {
      detail: `Your recordings take ${app.config.BACKFILL_RECORDINGS_PERSON_GB} GB, which is all there is for one person. They are safe; delete some you don’t need, then go on.`,
    })
  if (taken.all + more > app.config.BACKFILL_RECORDINGS_GB * GB) throw new ProblemError("storage_full")
}
