import type { api } from "@backfill/contract"
import { and, eq } from "drizzle-orm"
import {
  type ApplicationAccess,
  applicationAccess,
  judgeApplication,
  requireRelation,
} from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { applications, candidates, files, unblindings } from "../../platform/database/schema/hiring.ts"
import { type AccountCaller, type CallOf, type Handlers, pageHandler } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { presentCard } from "../interviews/interviews.present.ts"
import { selectRaters, selectTimeFactor } from "../interviews/interviews.store.ts"
import { mailAppointment } from "../interviews/invitations.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { selectSavedPlan } from "../openings/openings.store.ts"
import { selectHandedIn } from "../screening/redacted.ts"
import { selectOrganisation } from "../public-pages/public-pages.store.ts"
import { exportForAccess } from "./access-export.ts"
import { requireNotErased, storyReader } from "./applications.policy.ts"
import { nameFor, presentApplication, presentMaterials } from "./applications.present.ts"
import {
  type ApplicationPage,
  factsFor,
  loadPage,
  selectPage,
  selectResumeFiles,
  withPlan,
} from "./applications.store.ts"
import { mailLink, makeLink, revokeLinks } from "./candidate-link.ts"
import {
  changeApplication,
  checkVersion,
  commandApplication,
  type Doer,
  lockApplication,
  stateOf,
} from "./change-application.ts"
import { decideAdjustments } from "./decide-adjustments.ts"
import { eraseApplication, finishErasures } from "./erasure/erase.ts"
import { writeLedger } from "./erasure/ledger.ts"
import { monthsBefore, selectOverdue } from "./erasure/retention.ts"
import { scheduleRound } from "./schedule-round.ts"
import { startScreen } from "./start-screen.ts"
import { tellStory } from "./story.ts"
import { loadStory } from "./story.store.ts"
import { waiveCard } from "./waive-card.ts"

export const handlers: Handlers<typeof api.applications> = {
  read: pageHandler(loadPage, async (call, row) =>
    present(call.account, await withPlan(call.db, row), call.now),
  ),

  story: pageHandler(loadStory, async (call, loaded) => {
    const { rows, next, candidateName, ...facts } = found(loaded)
    const { application } = facts
    const plan = await selectSavedPlan(call.db, application.openingId, application.planVersion)
    const access = judgeApplication(call.account, { ...facts, plan })
    return {
      items: tellStory(rows, {
        applicationId: application.id,
        candidateName: nameFor(access, candidateName),
        plan,
        reader: storyReader(access),
      }),
      next,
    }
  }),

  materials: async (call) =>
    call.read(async (tx) => {
      const { application, opening } = await openMaterials(tx, call.account, call.params.applicationId)
      return presentMaterials(
        await selectHandedIn(tx, application.id),
        await selectResumeFiles(tx, application.id),
        await pinnedKit(tx, opening.kitDigest),
      )
    }),

  file: async (call) => {
    const file = await call.read(async (tx) => {
      const { application } = await openMaterials(tx, call.account, call.params.applicationId)
      return found(
        (
          await tx
            .select()
            .from(files)
            .where(
              and(
                eq(files.id, call.params.fileId),
                eq(files.applicationId, application.id),
                eq(files.kind, "resume"),
              ),
            )
        )[0],
      )
    })
    return { name: file.name, mediaType: file.mediaType, body: call.app.storage.read(file.storageKey) }
  },

  unblind: async (call) =>
    change(call, async (tx, access, doer) => {
      if (!access.blind)
        throw new ProblemError("wrong_state", {
          detail: "The name and file are open to you already. Nothing was recorded.",
        })
      const { reason } = call.body
      await tx
        .insert(unblindings)
        .values({ applicationId: access.application.id, accountId: call.account.id, reason, at: call.now })
        .onConflictDoNothing()
      await changeApplication(tx, access.application, {
        ...doer,
        action: "unblinded",
        after: { accountId: call.account.id, reason },
        story: [{ kind: "unblinded", data: { accountId: call.account.id, reason } }],
      })
    }),

  decideHumanLook: async (call) =>
    change(call, async (tx, access, doer) => {
      requireRelation(access, "owner", "recruiter", "hiring-manager")
      checkVersion(access.application, call.body.version)
      const { outcome, reason } = call.body
      const row = await commandApplication(tx, access.application, doer, { type: outcome, reason })
      if (outcome === "reinstate") await startScreen(tx, row, access.plan, doer)
    }),

  decideAdjustments: async (call) =>
    change(call, async (tx, access, doer) => {
      requireRelation(access, "owner", "recruiter")
      checkVersion(access.application, call.body.version)
      await decideAdjustments(tx, access.application, call.body, doer)
    }),

  resendLink: async (call) => {
    const made = await call.write(
      async (tx) => {
        const access = await applicationAccess(tx, call.account, call.params.applicationId, { lock: true })
        requireRelation(access, "owner", "recruiter")
        requireNotErased(access.application)
        await revokeLinks(tx, access.application.id, call.now)
        const link = await makeLink(call.app, tx, access.application.id, call.now)
        const { mail } = call.app
        await changeApplication(tx, access.application, {
          actor: call.actor,
          at: call.now,
          action: "link made anew",
          story: [{ kind: "link-sent", data: { mailed: mail.available } }],
        })
        const [candidate] = await tx
          .select()
          .from(candidates)
          .where(eq(candidates.id, access.application.candidateId))
        return {
          link,
          candidate: found(candidate),
          title: access.opening.title,
          organisation: (await selectOrganisation(tx)).organisation,
        }
      },
      { secret: true },
    )
    const { link, candidate, title, organisation } = made
    const mailed = await mailLink(call.app, {
      to: candidate.email,
      name: candidate.name,
      title,
      organisation,
      link,
      opening: "Here is a new link to the page of your application. Earlier links no longer open it.",
    })
    return { link, mailed }
  },

  legalHold: async (call) =>
    change(call, async (tx, access, doer) => {
      requireRelation(access, "owner")
      checkVersion(access.application, call.body.version)
      const { hold, reason } = call.body
      const row = await commandApplication(tx, access.application, doer, {
        type: hold ? "place-hold" : "lift-hold",
        reason,
      })
      await tx
        .update(applications)
        .set({ legalHold: stateOf(row).legalHold !== null })
        .where(eq(applications.id, row.id))
    }),

  erase: async (call) => {
    const certificate = await call.write(async (tx) => {
      const access = await applicationAccess(tx, call.account, call.params.applicationId, { lock: true })
      requireRelation(access, "owner")
      checkVersion(access.application, call.body.version)
      return {
        certificate: await eraseApplication(
          tx,
          access.application,
          { actor: call.actor, at: call.now },
          call.body.reason,
        ),
      }
    })
    await finishErasures(call.app)
    await writeLedger(call.app)
    return certificate
  },

  accessExport: async (call) =>
    call.write(async (tx) => {
      const access = await applicationAccess(tx, call.account, call.params.applicationId, { lock: true })
      requireRelation(access, "owner")
      requireNotErased(access.application)
      await changeApplication(tx, access.application, {
        actor: call.actor,
        at: call.now,
        action: "exported for an access request",
      })
      const content = await exportForAccess(tx, await lockApplication(tx, access.application.id), call.now)
      return {
        name: "everything-held.json",
        mediaType: "application/json",
        body: JSON.stringify(content, null, 2),
      }
    }),

  schedule: async (call) => {
    let made = false
    const card = await call.write(async (tx) => {
      const access = await applicationAccess(tx, call.account, call.params.applicationId)
      requireRelation(access, "owner", "recruiter", "hiring-manager")
      const interview = await scheduleRound(tx, access.application, call.body, {
        actor: call.actor,
        at: call.now,
      })
      made = true
      return presentCard(
        interview,
        await selectRaters(tx, [interview.id]),
        await selectTimeFactor(tx, interview.applicationId),
      )
    })
    // A repeated request is answered from memory: nobody gets a second letter.
    if (made) await mailAppointment(call.app, card.id, "scheduled")
    return card
  },

  waiveCard: async (call) =>
    call.write(async (tx) => {
      await waiveCard(tx, call.account, call.params.interviewId, call.body, {
        actor: call.actor,
        at: call.now,
      })
      return { ok: true as const }
    }),

  retention: async (call) =>
    call.read(async (tx) => {
      const { retentionMonths } = await selectOrganisation(tx)
      const before = monthsBefore(call.now, retentionMonths)
      const rows = await selectOverdue(tx, before)
      return {
        items: rows.flatMap(({ endedAt, ...row }) =>
          endedAt ? [{ ...row, endedAt: endedAt.toISOString() }] : [],
        ),
      }
    }),
}

/** Access to an application whose materials are open to the account. Throws not_allowed to those who judge without the name. */
async function openMaterials(tx: Tx, account: AccountCaller, applicationId: string) {
  const access = await applicationAccess(tx, account, applicationId)
  if (access.blind)
    throw new ProblemError("not_allowed", {
      detail:
        "What was handed in is closed to you until the résumé is rated. You can open it earlier with a reason, which is recorded.",
    })
  return access
}

type ChangeCall =
  | CallOf<typeof api.applications.legalHold>
  | CallOf<typeof api.applications.unblind>
  | CallOf<typeof api.applications.decideAdjustments>
  | CallOf<typeof api.applications.decideHumanLook>

/** Changes an application under its lock and answers with how its reader sees it then. */
async function change(
  call: ChangeCall,
  work: (tx: Tx, access: ApplicationAccess, doer: Doer) => Promise<void>,
) {
  return call.write(async (tx) => {
    const access = await applicationAccess(tx, call.account, call.params.applicationId, { lock: true })
    requireNotErased(access.application)
    await work(tx, access, { actor: call.actor, at: call.now })
    return answer(tx, call.account, access.application.id, call.now)
  })
}

const answer = async (tx: Tx, account: AccountCaller, applicationId: string, now: Date) =>
  present(account, await selectPage(tx, account.id, applicationId), now)

/** The page as its reader may know it. */
function present(account: AccountCaller, page: ApplicationPage, now: Date) {
  const access = judgeApplication(account, factsFor(page, account.id))
  return presentApplication(page, access, { now, reader: account.id })
}
