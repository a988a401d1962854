import type { api } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import type { Call, Handlers } from "../../platform/http/call.ts"
import { limit } from "../../platform/rate-limit.ts"
import { type InterviewAccess, raterAccess } from "../interviews/interviews.policy.ts"
import type { Doer } from "../applications/change-application.ts"
import { amendCard, ownCard, saveDraft, submitCard } from "./submit.ts"

type Names = "scorecard" | "saveScorecard" | "submitScorecard" | "amendScorecard"
type InterviewCall = Call<{ interviewId: string }>

/**
 * Changes the caller's own card and answers with it. Not through the shared memory of answers: versions and content
 * make each of these act once, and a sealed card has no copy there.
 */
async function change(
  call: InterviewCall,
  work: (tx: Tx, access: InterviewAccess, doer: Doer) => Promise<void>,
) {
  await limit(call.db, `scorecard:${call.account.id}`, 240, 60)
  return call.db.transaction(async (tx) => {
    const access = await raterAccess(tx, call.account, call.params.interviewId)
    await work(tx, access, { actor: call.account.id, at: call.now })
    return ownCard(tx, access, call.account)
  })
}

/** A rater's own card. Nobody else reads it here, whatever their role: the debrief is where cards open. */
export const scorecardHandlers: Pick<Handlers<typeof api.interviews>, Names> = {
  scorecard: async (call) =>
    call.read(async (tx) =>
      ownCard(tx, await raterAccess(tx, call.account, call.params.interviewId), call.account),
    ),
  saveScorecard: async (call) =>
    change(call, (tx, access, doer) => saveDraft(tx, access, doer, call.body, call.body.version)),
  submitScorecard: async (call) =>
    change(call, (tx, access, doer) => submitCard(tx, access, doer, call.body, call.body.version)),
  amendScorecard: async (call) => change(call, (tx, access, doer) => amendCard(tx, access, doer, call.body)),
}
