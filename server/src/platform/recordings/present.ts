import { type Recording, RecordingState } from "@backfill/contract"
import type { CommonRow } from "./shelf.ts"
import { expiryOf } from "./store.ts"

/** The state as it is told; what is gone is told by an error instead. */
export const shownState = (state: CommonRow["state"]): Recording["state"] =>
  RecordingState.options.find((one) => one === state) ?? "receiving"

/** How a recording plays, as everybody who may open it reads. */
export const presentPlayed = ({ mediaType, durationMs, width, height, note }: CommonRow) => ({
  mediaType,
  durationMs,
  width,
  height,
  note,
})

/** A recording for whoever made it. */
export const presentRecording = (row: CommonRow): Recording => ({
  id: row.id,
  kind: row.kind,
  state: shownState(row.state),
  take: row.take,
  offset: row.offset,
  length: row.length,
  expiresAt: expiryOf(row)?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  ...presentPlayed(row),
})
