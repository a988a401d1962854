import type { Debrief, DebriefEvidence, Decision } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import { readStory } from "../applications/story.ts"
import { type DebriefParts, presentDebrief } from "./debriefs.present.ts"
import { type ExerciseEvidence, readableReasons } from "./exercise-evidence.ts"
import { presentDecision, selectDecisions } from "./decisions.store.ts"

export interface StoryLine {
  at: string
  by: string
  title: string
  detail: string
}

/** The ground a decision stands on, as it was in that moment; later amendments and plans don't reach it. */
export interface Snapshot {
  debrief: Debrief
  kit: { title: string; version: string; digest: string }
  planVersion: number
  /** Decisions of earlier gates that were in force. */
  earlier: (Decision & { stageTitle: string })[]
  story: StoryLine[]
}

export async function takeSnapshot(tx: Tx, parts: DebriefParts, planVersion: number): Promise<Snapshot> {
  const { kit, plan, stage } = parts
  const decisions = (await selectDecisions(tx, parts.applicationId)).map(presentDecision)
  const story = await readStory(tx, {
    applicationId: parts.applicationId,
    candidateName: parts.candidate,
    plan,
    reader: "managing",
  })
  return {
    debrief: presentDebrief(parts),
    kit: { title: kit.title, version: kit.version, digest: kit.digest },
    planVersion,
    earlier: decisions
      .filter((d) => d.stageIndex < stage.index && d.supersededBy === null)
      .map((d) => ({ ...d, stageTitle: plan.stages[d.stageIndex]?.title ?? "" })),
    story: story.map(({ at, by, title, detail }) => ({ at, by, title, detail })),
  }
}

/** The snapshot under an alias, for a reader to whom the name is closed: the story and hand-ins name the candidate as well. */
export function withoutName(taken: Snapshot, alias: string, exercises: ExerciseEvidence): Snapshot {
  const { debrief } = taken
  const closed = (cited: DebriefEvidence): DebriefEvidence => {
    const open = exercises.readable(cited)
    return open === cited ? cited : { ...open, source: null }
  }
  return {
    ...taken,
    debrief: {
      ...debrief,
      candidate: alias,
      rows: debrief.rows.map((row) => ({
        ...row,
        ratings: row.ratings.map((rating) => ({ ...rating, evidence: rating.evidence.map(closed) })),
      })),
    },
    earlier: taken.earlier.map((decision) => readableReasons(decision, exercises)),
    story: taken.story.map((line) => (line.by === debrief.candidate ? { ...line, by: alias } : line)),
  }
}
