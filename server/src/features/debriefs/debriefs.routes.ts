import type { api } from "@backfill/contract"
import type { Handlers } from "../../platform/http/call.ts"
import { settings } from "../../platform/database/schema/platform.ts"
import { found } from "../../platform/problem-error.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { requireNotErased } from "../applications/applications.policy.ts"
import { decide } from "./decide.ts"
import { debriefAccess } from "./debriefs.policy.ts"
import { presentDecision, selectDecision } from "./decisions.store.ts"
import { loadExerciseEvidence, readableReasons } from "./exercise-evidence.ts"
import { exportDecision } from "./export.ts"
import { mailDecision } from "./letter.ts"
import { openDebrief } from "./open.ts"
import { readDebrief } from "./read.ts"
import { type Snapshot, withoutName } from "./snapshot.ts"

export const handlers: Handlers<typeof api.debriefs> = {
  open: async (call) => {
    const { applicationId, stageIndex } = call.params
    return call.write(async (tx) => {
      await openDebrief(
        tx,
        call.account,
        { actor: call.actor, at: call.now },
        { applicationId, stageIndex },
        call.body.version,
      )
      return readDebrief(tx, await debriefAccess(tx, call.account, applicationId, stageIndex))
    })
  },

  read: async (call) =>
    call.read(async (tx) =>
      readDebrief(
        tx,
        await debriefAccess(tx, call.account, call.params.applicationId, call.params.stageIndex),
      ),
    ),

  decide: async (call) => {
    // A repeated request is answered from memory and isn't news: the candidate gets one letter.
    let isNews = false
    const decision = await call.write(async (tx) => {
      const made = await decide(tx, call)
      isNews = made.isNews
      return made.decision
    })
    if (isNews) await mailDecision(call.app, call.params.applicationId, decision.choice)
    return decision
  },

  exportDecision: async (call) =>
    call.read(async (tx) => {
      const row = found(await selectDecision(tx, call.params.decisionId))
      const access = await debriefAccess(
        tx,
        call.account,
        row.decision.applicationId,
        row.decision.stageIndex,
      )
      requireNotErased(access.application)
      const [setting] = await tx.select({ name: settings.organisation }).from(settings)
      const taken = row.decision.snapshot as Snapshot
      // The snapshot has the name its author saw; to a reader who is still blind it stays closed.
      const exercises = await loadExerciseEvidence(tx, access, await pinnedKit(tx, access.opening.kitDigest))
      const body = exportDecision({
        decision: readableReasons(presentDecision(row), exercises),
        snapshot: access.blind ? withoutName(taken, access.application.alias, exercises) : taken,
        organisation: setting?.name ?? "Backfill",
        exportedAt: call.now,
        exportedBy: call.account.name,
      })
      return {
        name: `decision-${row.decision.at.toISOString().slice(0, 10)}-${row.decision.id.slice(0, 8)}.html`,
        mediaType: "text/html; charset=utf-8",
        body,
      }
    }),
}
