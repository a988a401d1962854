import type { App, Drizzle } from "../app.ts"
import { recordingTables } from "../database/schema/recordings.ts"

/** One of the two places for recordings, with its database role: what works the same on both is written once. */
export interface Shelf {
  scope: "hiring" | "practice"
  rows: ReturnType<typeof recordingTables>["rows"]
  chunks: ReturnType<typeof recordingTables>["chunks"]
}
/** A recording, whosever it is. */
export type RecordingRow = Shelf["rows"]["$inferSelect"]
/** What both sides' tables hold of one. */
export type CommonRow = Omit<RecordingRow, "ownerId">

export const HIRING_SHELF: Shelf = { scope: "hiring", ...recordingTables("hiring", "application_id") }
export const PRACTICE_SHELF: Shelf = { scope: "practice", ...recordingTables("practice", "account_id") }
export const SHELVES: readonly Shelf[] = [HIRING_SHELF, PRACTICE_SHELF]

/** The shelf's tables are reached under its own role and no other. */
export const shelfDb = (app: App, shelf: Shelf): Drizzle => app.db[shelf.scope]
