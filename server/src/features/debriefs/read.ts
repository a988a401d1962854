import type { Debrief } from "@backfill/contract"
import { decide as allow, decisionInForce, OFFER_OUTCOMES, STAGE_OUTCOMES } from "@backfill/core"
import { eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { candidates } from "../../platform/database/schema/hiring.ts"
import { stateOf } from "../applications/change-application.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { selectPlan } from "../interviews/interviews.store.ts"
import { selectOpenCards } from "./cards.store.ts"
import { collect } from "./collect.ts"
import type { DebriefAccess } from "./debriefs.policy.ts"
import { type DebriefParts, presentDebrief } from "./debriefs.present.ts"
import { loadExerciseEvidence, readableCard, readableReasons } from "./exercise-evidence.ts"
import { presentDecision, selectDecisions } from "./decisions.store.ts"

/** Loads all that a stage's debrief shows to someone who may read it. */
export async function loadDebrief(tx: Tx, access: DebriefAccess): Promise<DebriefParts> {
  const { application, opening, stageIndex } = access
  const { plan, savedAt } = await selectPlan(tx, application)
  const { title, kind } = plan.stages[stageIndex] ?? { title: "", kind: "" }
  const [candidate] = access.blind
    ? []
    : await tx
        .select({ name: candidates.name })
        .from(candidates)
        .where(eq(candidates.id, application.candidateId))
  const decisions = (await selectDecisions(tx, application.id)).map(presentDecision)
  const kit = await pinnedKit(tx, opening.kitDigest)
  const exercises = await loadExerciseEvidence(tx, access, kit)
  const gates = kind === "offer" ? plan.stages.map((_stage, index) => index) : [stageIndex]
  const waivers: Debrief["waivers"] = []
  for (const gate of gates) waivers.push(...(await collect(tx, application, gate)).waivers)
  return {
    applicationId: application.id,
    candidate: candidate?.name ?? application.alias,
    opening,
    stage: { index: stageIndex, title, kind },
    openedAt: access.openedAt,
    plan,
    weightsSetAt: savedAt,
    kit,
    cards: (await selectOpenCards(tx, access, kind)).map((card) => readableCard(card, exercises)),
    sourceOf: exercises.sourceOf,
    decisions: decisions
      .filter((decision) => decision.stageIndex === stageIndex)
      .map((decision) => readableReasons(decision, exercises)),
    waivers,
    choices: access.manages ? choicesOf(access, kind) : [],
    applicationVersion: application.version,
  }
}

export const readDebrief = async (tx: Tx, access: DebriefAccess): Promise<Debrief> =>
  presentDebrief(await loadDebrief(tx, access))

/** What may be decided here now: whatever the stage machine would let pass, given reasons. */
function choicesOf({ application, stageIndex }: DebriefAccess, kind: string): string[] {
  const state = stateOf(application)
  const isOffer = kind === "offer"
  const given = {
    by: "",
    expectedVersion: state.version,
    decisionId: "",
    reasons: [{ criterion: "any", text: "any" }],
  }
  const supersedes = decisionInForce(state, isOffer ? null : stageIndex)?.id ?? null
  if (!isOffer && supersedes === null && !("stage" in state.place && state.place.stage === stageIndex))
    return []
  return isOffer
    ? OFFER_OUTCOMES.filter(
        (outcome) => allow(state, { ...given, type: "decide-offer", outcome, supersedes }, 0).ok,
      )
    : STAGE_OUTCOMES.filter(
        (outcome) => allow(state, { ...given, type: "decide", outcome, supersedes }, 0).ok,
      )
}
