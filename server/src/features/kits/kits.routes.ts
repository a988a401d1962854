import type { api } from "@backfill/contract"
import { openingAccess, visibleOpenings } from "../../platform/access.ts"
import { recordChange } from "../../platform/audit.ts"
import { signal } from "../../platform/events.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { kitAtHand, requireItem } from "./flag-place.ts"
import { presentFlag } from "./flags.present.ts"
import { insertFlag, selectFlag, selectFlags, updateFlag } from "./flags.store.ts"
import { looksAfterKits, readsAsPanel } from "./kits.policy.ts"
import { presentChanges, presentKit, presentKitSummary, presentPracticeSummary } from "./kits.present.ts"
import { pinnedKit } from "./pinned-kit.ts"
import { usableKit } from "./usable-kit.ts"

export const handlers: Handlers<typeof api.kits> = {
  list: async (call) => {
    const kits = call.app.kits.list()
    return {
      items: readsAsPanel(call.account)
        ? kits.map(presentKitSummary)
        : kits.flatMap((kit) => presentPracticeSummary(kit)),
    }
  },

  read: async (call) =>
    presentKit(usableKit(call.app, call.params.kitId).kit, readsAsPanel(call.account) ? "panel" : "practice"),

  changes: async (call) =>
    call.read(async (tx) => {
      const { opening } = await openingAccess(tx, call.account, call.params.openingId)
      const pinned = await pinnedKit(tx, opening.kitDigest)
      const now = call.app.kits.list().find(({ id, kit }) => id === pinned.id && kit)?.kit
      return presentChanges(pinned, opening.createdAt, now)
    }),

  flags: async (call) =>
    call.read(async (tx) => {
      const by = looksAfterKits(call.account) ? undefined : call.account.id
      const rows = await selectFlags(tx, { kitId: call.params.kitId, by })
      const openingIds = await visibleOpenings(tx, call.account)
      return { items: rows.map((row) => presentFlag(row, call.account, openingIds)) }
    }),

  flagsInRound: async (call) =>
    call.read(async (tx) => {
      const place = { kind: "interview" as const, interviewId: call.params.interviewId }
      const { kit } = await kitAtHand(call.app, tx, call.account, place)
      const rows = await selectFlags(tx, { kitId: kit.id, by: call.account.id })
      const openingIds = await visibleOpenings(tx, call.account)
      return {
        items: rows
          .filter(({ flag }) => flag.state === "open")
          .map((row) => presentFlag(row, call.account, openingIds)),
      }
    }),

  flag: async (call) => {
    await limit(call.db, `flag:${call.account.id}`, 60, 3600)
    const { place, item, reason, note } = call.body
    return call.write(async (tx) => {
      const { kit, openingId } = await kitAtHand(call.app, tx, call.account, place)
      requireItem(kit, item)
      const row = await insertFlag(tx, {
        kitId: kit.id,
        kitVersion: kit.version,
        kitDigest: kit.digest,
        item,
        openingId,
        reason,
        note: note.trim(),
        flaggedBy: call.account.id,
        flaggedAt: call.now,
      })
      await recordChange(tx, {
        record: "flag",
        recordId: row.id,
        action: `flagged ${item.kind} ${item.id} as ${reason}`,
        actor: call.actor,
        at: call.now,
        after: { kitId: kit.id, kitVersion: kit.version, item, reason, note: row.note },
      })
      await signal(tx, { kind: "changed", topic: "kit", id: kit.id })
      return presentFlag(await selectFlag(tx, row.id), call.account, await visibleOpenings(tx, call.account))
    })
  },

  withdrawFlag: async (call) =>
    call.write(async (tx) => {
      const { flag } = await selectFlag(tx, call.params.flagId)
      if (flag.flaggedBy !== call.account.id) throw new ProblemError("not_found")
      await updateFlag(tx, flag.id, call.body.version, { state: "withdrawn", note: "" })
      await recordChange(tx, {
        record: "flag",
        recordId: flag.id,
        action: "withdrew the flag",
        actor: call.actor,
        at: call.now,
        before: { reason: flag.reason, note: flag.note },
      })
      await signal(tx, { kind: "changed", topic: "kit", id: flag.kitId })
      return { ok: true as const }
    }),

  resolveFlag: async (call) =>
    call.write(async (tx) => {
      const { flag } = await selectFlag(tx, call.params.flagId)
      const word = call.body.word.trim()
      if (word === "")
        throw new ProblemError("invalid_request", {
          errors: [{ path: "body.word", message: "Say in a few words what was done about it." }],
        })
      await updateFlag(tx, flag.id, call.body.version, {
        state: "resolved",
        resolution: word,
        resolvedBy: call.account.id,
        resolvedAt: call.now,
      })
      await recordChange(tx, {
        record: "flag",
        recordId: flag.id,
        action: "resolved the flag",
        actor: call.actor,
        at: call.now,
        before: { reason: flag.reason, note: flag.note },
        after: { word },
      })
      await signal(tx, { kind: "changed", topic: "kit", id: flag.kitId })
      return presentFlag(await selectFlag(tx, flag.id), call.account, await visibleOpenings(tx, call.account))
    }),
}
