import type { api } from "@backfill/contract"
import { Level } from "@backfill/core"
import type { Handlers } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { practiceItem, practiceItems } from "./practice.policy.ts"
import { presentAttempt, presentQuestion } from "./practice.present.ts"
import {
  attemptId,
  countTries,
  deleteAttempt,
  insertAttempt,
  selectAttempt,
  selectAttempts,
  updateAttempt,
} from "./practice.store.ts"

/**
 * A person's own practice. It leaves no trace outside its schema: no audit entry, no signal, no remembered answer, since
 * those tables can be read on the hiring side and would tell who practised what.
 */
export const handlers: Handlers<typeof api.practice> = {
  questions: async (call) => {
    const tries = await countTries(call.db, call.account.id)
    return {
      items: practiceItems(call.app.kits).map((item) =>
        presentQuestion(item, tries.get(`${item.kit.id}/${item.question.id}`) ?? new Map()),
      ),
    }
  },

  attempts: async (call) => {
    const rows = await selectAttempts(call.db, call.account.id)
    return {
      items: rows.map((row) =>
        presentAttempt(row, practiceItem(call.app.kits, row.kitId, row.itemId), call.now),
      ),
    }
  },

  start: async (call) => {
    await limit(call.db, `practice:${call.account.id}`, 60, 60)
    const { kitId, itemId, level } = call.body
    const item = found(practiceItem(call.app.kits, kitId, itemId))
    if (!Level.safeParse(level).success)
      throw new ProblemError("invalid_request", {
        errors: [{ path: "body.level", message: "Choose junior, mid, senior or principal." }],
      })
    const key = call.request.headers["idempotency-key"]
    const row = await insertAttempt(call.db, {
      id: attemptId(call.account.id, typeof key === "string" ? key : undefined),
      accountId: call.account.id,
      kitId,
      kitDigest: item.kit.digest,
      itemId,
      level,
      minutes: item.question.minutes,
      startedAt: call.now,
    })
    return presentAttempt(row, item, call.now)
  },

  read: async (call) => {
    const row = await selectAttempt(call.db, call.account.id, call.params.attemptId)
    return presentAttempt(row, practiceItem(call.app.kits, row.kitId, row.itemId), call.now)
  },

  save: async (call) => {
    const { text, selfScore, finished, version } = call.body
    const before = await selectAttempt(call.db, call.account.id, call.params.attemptId)
    const item = practiceItem(call.app.kits, before.kitId, before.itemId)
    // A repeated save whose first answer was lost on the way: nothing to do, and no quarrel about versions.
    const saved =
      before.text === text && before.selfScore === selfScore && (before.finishedAt !== null) === finished
    if (saved && before.version === version + 1) return presentAttempt(before, item, call.now)
    if (before.version !== version) throw new ProblemError("stale_version")
    if (before.finishedAt && !finished)
      throw new ProblemError("wrong_state", {
        detail:
          "This try is finished, so it can’t go on. Your text is kept; start a new try to answer again.",
      })
    const row = await updateAttempt(call.db, before, {
      text,
      selfScore,
      finishedAt: before.finishedAt ?? (finished ? call.now : null),
    })
    if (!row) throw new ProblemError("stale_version")
    return presentAttempt(row, item, call.now)
  },

  remove: async (call) => {
    await deleteAttempt(call.db, call.account.id, call.params.attemptId)
    return { ok: true }
  },
}
