import type { HandedRecording, RecordingRules, Take } from "@backfill/contract"
import { type Exercise, recordingRules } from "@backfill/core"
import { presentPlayed, presentRecording, shownState } from "../../platform/recordings/present.ts"
import { isOverLimit } from "./recordings.policy.ts"
import type { TakeRow } from "./recordings.store.ts"

/** The name by which a recording is cited as evidence. */
export const artifactOf = ({ id }: Pick<TakeRow, "id">): string => `recording-${id}`

/** A take for the candidate who made it. */
export const presentTake = (row: TakeRow): Take => ({ ...presentRecording(row), chosen: row.chosen })

/** What the candidate may record. */
export function presentRules(exercise: Exercise, made: number): RecordingRules {
  const { seconds, takes } = recordingRules(exercise)
  return { seconds, takes, takesLeft: Math.max(0, takes - made) }
}

/** The handed-in recording for the panel. Nothing in it says how often it was tried. */
export const presentHanded = (row: TakeRow, exercise: Exercise): HandedRecording => ({
  id: row.id,
  kind: row.kind,
  state: shownState(row.state),
  artifact: artifactOf(row),
  digest: row.digest,
  overLimit: isOverLimit(row, exercise),
  ...presentPlayed(row),
})
