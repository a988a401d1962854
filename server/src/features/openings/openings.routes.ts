import type { api } from "@backfill/contract"
import { forAudience, planFromKit } from "@backfill/core"
import { eq } from "drizzle-orm"
import { judgeOpening, openingAccess, visibleOpenings } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { openings } from "../../platform/database/schema/hiring.ts"
import { signal } from "../../platform/events.ts"
import { type AccountCaller, type Handlers, pageHandler } from "../../platform/http/call.ts"
import { found } from "../../platform/problem-error.ts"
import { checkVersion } from "../applications/change-application.ts"
import { pinKit, pinnedKit } from "../kits/pinned-kit.ts"
import { usableKit } from "../kits/usable-kit.ts"
import { fillSample } from "../sample/fill-sample.ts"
import { readSampleProgress } from "../sample/sample-progress.ts"
import { readBoard } from "./board.ts"
import { requireManager, requireRoles } from "./openings.policy.ts"
import { presentOpening, presentPlan } from "./openings.present.ts"
import {
  insertOpening,
  loadPage,
  lockOpening,
  type OpeningRow,
  replaceTeam,
  selectPage,
  selectPages,
  selectPlan,
  selectPlanHistory,
  selectTeam,
  selectUsable,
  type TeamRole,
} from "./openings.store.ts"
import { savePlan } from "./save-plan.ts"

export const handlers: Handlers<typeof api.openings> = {
  list: async (call) =>
    call.read(async (tx) => {
      const pages = await selectPages(tx, call.account, await visibleOpenings(tx, call.account), call.now)
      const items = []
      for (const page of pages) items.push(presentOpening(page, await pinnedKit(tx, page.opening.kitDigest)))
      return { items }
    }),

  create: async (call) => {
    const { kitId, level, title, location, description } = call.body
    const kit = usableKit(call.app, kitId)
    return call.write(async (tx) => {
      const kitDigest = await pinKit(tx, kit)
      const row = await insertOpening(
        tx,
        {
          title: title.trim(),
          location: location.trim(),
          level,
          description,
          state: "draft",
          kitDigest,
          createdBy: call.account.id,
          createdAt: call.now,
        },
        planFromKit(kit.kit, level),
      )
      const places = (["recruiter", "hiring-manager"] as const).filter((role) =>
        call.account.roles.includes(role),
      )
      await replaceTeam(
        tx,
        row.id,
        places.map((role) => ({ id: call.account.id, role })),
      )
      await recordChange(tx, {
        record: "opening",
        recordId: row.id,
        action: "opened",
        actor: call.actor,
        at: call.now,
        after: { title: row.title, level, kitDigest },
      })
      await signal(tx, { kind: "changed", topic: "opening", id: row.id, openingId: row.id })
      return answer(tx, row, call.account, call.now)
    })
  },

  read: pageHandler(loadPage, async (call, opening) => {
    const page = found(opening)
    judgeOpening(call.account, page)
    return presentOpening(page, await pinnedKit(call.db, page.opening.kitDigest))
  }),

  update: async (call) => {
    const { version, ...changes } = call.body
    return call.write(async (tx) => {
      requireManager(await openingAccess(tx, call.account, call.params.openingId))
      const before = await lockOpening(tx, call.params.openingId)
      checkVersion(before, version)
      const [row] = await tx
        .update(openings)
        .set({ ...changes, version: version + 1 })
        .where(eq(openings.id, before.id))
        .returning()
      await recordChange(tx, {
        record: "opening",
        recordId: before.id,
        action:
          changes.state && changes.state !== before.state ? `made ${changes.state}` : "changed the text",
        actor: call.actor,
        at: call.now,
        before: {
          title: before.title,
          location: before.location,
          description: before.description,
          state: before.state,
        },
        after: changes,
      })
      await signal(tx, { kind: "changed", topic: "opening", id: before.id, openingId: before.id })
      return answer(tx, row ?? before, call.account, call.now)
    })
  },

  saveTeam: async (call) => {
    const { version, ...lists } = call.body
    const wanted = [
      ["recruiters", "recruiter"],
      ["hiringManagers", "hiring-manager"],
      ["interviewers", "interviewer"],
    ] as const satisfies [keyof typeof lists, TeamRole][]
    return call.write(async (tx) => {
      requireManager(await openingAccess(tx, call.account, call.params.openingId))
      const before = await lockOpening(tx, call.params.openingId)
      checkVersion(before, version)
      const earlier = await selectTeam(tx, before.id)
      const usable = await selectUsable(
        tx,
        wanted.flatMap(([list]) => lists[list]),
      )
      for (const [list, role] of wanted)
        requireRoles(
          list,
          lists[list].filter((id) => !earlier.some((member) => member.id === id && member.role === role)),
          role,
          usable,
        )
      await replaceTeam(
        tx,
        before.id,
        wanted.flatMap(([list, role]) => lists[list].map((id) => ({ id, role }))),
      )
      const [row] = await tx
        .update(openings)
        .set({ version: version + 1 })
        .where(eq(openings.id, before.id))
        .returning()
      await recordChange(tx, {
        record: "opening",
        recordId: before.id,
        action: "changed the team",
        actor: call.actor,
        at: call.now,
        before: earlier,
        after: lists,
      })
      await signal(tx, { kind: "changed", topic: "opening", id: before.id, openingId: before.id })
      return answer(tx, row ?? before, call.account, call.now)
    })
  },

  plan: async (call) =>
    call.read(async (tx) =>
      planAnswer(tx, (await openingAccess(tx, call.account, call.params.openingId)).opening),
    ),

  savePlan: async (call) =>
    call.write(async (tx) => {
      requireManager(await openingAccess(tx, call.account, call.params.openingId))
      const before = await lockOpening(tx, call.params.openingId)
      const { plan, planVersion, reason } = call.body
      const saved = await savePlan(
        tx,
        before,
        { plan, planVersion, reason },
        await pinnedKit(tx, before.kitDigest),
        { actor: call.actor, at: call.now },
      )
      return planAnswer(tx, { ...before, planVersion: saved })
    }),

  kit: async (call) =>
    call.read(async (tx) =>
      forAudience(
        await pinnedKit(tx, (await openingAccess(tx, call.account, call.params.openingId)).opening.kitDigest),
        "panel",
      ),
    ),

  board: async (call) =>
    call.read(async (tx) =>
      readBoard(tx, call.account, await openingAccess(tx, call.account, call.params.openingId), call.now),
    ),

  sampleProgress: async (call) => call.read(readSampleProgress),
  sample: async (call) => fillSample(call.app),
}

/** How the opening is after a change, to whoever made it: even if they have just left its team. */
async function answer(tx: Tx, row: OpeningRow, account: AccountCaller, now: Date) {
  return presentOpening(await selectPage(tx, account, row.id, now), await pinnedKit(tx, row.kitDigest))
}

async function planAnswer(tx: Tx, row: OpeningRow) {
  return presentPlan(
    row,
    await selectPlan(tx, row.id, row.planVersion),
    await pinnedKit(tx, row.kitDigest),
    await selectPlanHistory(tx, row.id),
  )
}
