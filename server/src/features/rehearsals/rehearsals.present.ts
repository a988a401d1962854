import type { Rehearsal } from "@backfill/contract"
import { presentPracticeRecording } from "../practice-recordings/practice-recordings.present.ts"
import { type Noted, NOTHING_NOTED } from "./rehearsals.policy.ts"
import type { RehearsalRows } from "./rehearsals.store.ts"

/** What is noted, for the one who noted it. */
export const presentNoted = ({
  version,
  speech,
  marks,
  parts,
  transcript,
  dismissed,
}: Noted & { version: number }): Omit<Rehearsal, "recording"> => ({
  version,
  speech,
  marks,
  parts,
  transcript,
  dismissed,
})

/** A rehearsal for the one whose it is. */
export const presentRehearsal = ({ recording, noted }: RehearsalRows): Rehearsal => ({
  recording: presentPracticeRecording(recording),
  ...presentNoted(noted ?? NOTHING_NOTED),
})
