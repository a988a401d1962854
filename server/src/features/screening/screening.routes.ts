import type { api } from "@backfill/contract"
import type { Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { raterAccess } from "../interviews/interviews.policy.ts"
import { itemsOf } from "../interviews/items.ts"
import { selectMine } from "../interviews/mine.ts"
import { redactedTexts } from "./redacted.ts"
import { presentScreen, presentWaiting } from "./screening.present.ts"
import { inQueue } from "./screening.policy.ts"

export const handlers: Handlers<typeof api.screening> = {
  queue: async (call) =>
    call.read(async (tx) => ({
      items: inQueue(await selectMine(tx, call.account, "screen")).map(presentWaiting),
    })),

  read: async (call) =>
    call.read(async (tx) => {
      const access = await raterAccess(tx, call.account, call.params.interviewId)
      if (access.interview.kind !== "screen") throw new ProblemError("not_found")
      const queue = inQueue(await selectMine(tx, call.account, "screen")).filter(
        (row) => row.mine !== "submitted" || row.interview.id === access.interview.id,
      )
      return presentScreen(
        access,
        await redactedTexts(tx, access.application),
        await itemsOf(tx, access),
        queue.map((row) => row.interview.id),
      )
    }),
}
