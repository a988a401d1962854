import type { HandedRecording, RecordingRules, Take } from "@backfill/contract"
import { type Exercise, recordingRules } from "@backfill/core"
import { presentPlayed, presentRecording, shownState } from "../../platform/recordings/present.ts"
import type { AttemptRow } from "../attempts/attempts.store.ts"
import { isOverLimit, takeSeconds } from "./recordings.policy.ts"
import type { TakeRow } from "./recordings.store.ts"

/** The name by which a recording is cited as evidence. */
export const artifactOf = ({ id }: Pick<TakeRow, "id">): string => `recording-${id}`

/** A take for the candidate who made it. */
export const presentTake = (row: TakeRow): Take => ({ ...presentRecording(row), chosen: row.chosen })

/** What the candidate may record. */
export function presentRules(exercise: Exercise, attempt: AttemptRow, made: number): RecordingRules {
  const { takes } = recordingRules(exercise)
  return { seconds: takeSeconds(exercise, attempt), takes, takesLeft: Math.max(0, takes - made) }
}

/** The handed-in recording for the panel. Nothing in it says how often it was tried. */
export const presentHanded = (row: TakeRow, exercise: Exercise, attempt: AttemptRow): HandedRecording => ({
  id: row.id,
  kind: row.kind,
  state: shownState(row.state),
  artifact: artifactOf(row),
  digest: row.digest,
  overLimit: isOverLimit(row, exercise, attempt),
  ...presentPlayed(row),
})
