import type { api } from "@backfill/contract"
import type { Handlers } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { attemptId } from "../practice/practice.store.ts"
import { shippedContent } from "./content.ts"
import { presentItem, presentLists, presentOwn, shippedItems } from "./readiness.present.ts"
import {
  countOwn,
  deleteOwn,
  insertItem,
  saveOnSite,
  selectItem,
  selectItems,
  selectOnSite,
  updateItem,
} from "./readiness.store.ts"

/** More than anybody ticks, few enough that nobody fills the database with them. */
const MOST_OWN = 300

/**
 * A person's checklists and date. As with the rest of practice nothing is written outside its schema: no audit entry,
 * no signal, no remembered answer.
 */
export const handlers: Handlers<typeof api.readiness> = {
  page: async (call) => ({
    lists: presentLists(await shippedContent(), await selectItems(call.db, call.account.id)),
  }),

  exercise: async (call) => {
    const { exercises } = await shippedContent()
    return found(exercises.find(({ id }) => id === call.params.exerciseId))
  },

  add: async (call) => {
    const { groupId, text } = call.body
    const { checklists } = await shippedContent()
    found(checklists.flatMap((list) => list.groups).find(({ id }) => id === groupId))
    if ((await countOwn(call.db, call.account.id)) >= MOST_OWN)
      throw new ProblemError("wrong_state", {
        detail: `You have ${MOST_OWN} items of your own, which is the most. Nothing was changed; delete one to add another.`,
      })
    const key = call.request.headers["idempotency-key"]
    const accountId = call.account.id
    const itemId = attemptId(accountId, typeof key === "string" ? key : undefined)
    const row = { accountId, itemId, groupId, text, changedAt: call.now, createdAt: call.now }
    return presentOwn(
      found((await insertItem(call.db, row)) ?? (await selectItem(call.db, accountId, itemId))),
    )
  },

  change: async (call) => {
    const { version, ...change } = call.body
    const accountId = call.account.id
    const { itemId } = call.params
    const content = await shippedContent()
    const shipped = shippedItems(content).find(({ id }) => id === itemId)
    const before = await selectItem(call.db, accountId, itemId)
    if (!shipped) {
      const own = found(before)
      const row = own.version === version && (await updateItem(call.db, own, ownChange(change), call.now))
      if (!row) throw new ProblemError("stale_version")
      return presentOwn(row)
    }
    if ((before?.version ?? 0) !== version) throw new ProblemError("stale_version")
    const row = before
      ? await updateItem(call.db, before, change, call.now)
      : await insertItem(call.db, { accountId, itemId, ...change, changedAt: call.now, createdAt: call.now })
    if (!row) throw new ProblemError("stale_version")
    return presentItem(content, shipped, row)
  },

  remove: async (call) => {
    found((await deleteOwn(call.db, call.account.id, call.params.itemId)) || undefined)
    return { ok: true }
  },

  onSite: async (call) => ({ onSite: await selectOnSite(call.db, call.account.id) }),

  saveOnSite: async (call) => {
    await saveOnSite(call.db, call.account.id, call.body.onSite)
    return { onSite: call.body.onSite }
  },
}

/** An item of one's own has no other wording to go back to. */
function ownChange<Change extends { text: string | null }>(change: Change): Change {
  if (change.text !== null) return change
  throw new ProblemError("invalid_request", {
    errors: [{ path: "body.text", message: "Say what the item is." }],
  })
}
