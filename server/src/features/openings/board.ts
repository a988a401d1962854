import type { Board, BoardCard } from "@backfill/contract"
import type { Plan } from "@backfill/core"
import { and, asc, eq, inArray } from "drizzle-orm"
import type { OpeningAccess } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { applications, candidates, planVersions, unblindings } from "../../platform/database/schema/hiring.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { type ApplicationRow, stateOf } from "../applications/change-application.ts"
import { nextStep, type People } from "../applications/next-step.ts"
import { type HeldRound, selectRoundsOfOpening } from "../applications/rounds.store.ts"
import { selectPlan, selectTeam } from "./openings.store.ts"

/** Ended applications shown on the board; the count beside them is of all. */
const ENDED_SHOWN = 100

interface Sight {
  accountId: string
  handles: boolean
  unblinded: ReadonlySet<string>
}

/** The board as one person may see it: interviewers see those they rate, nobody sees their own application. */
export async function readBoard(
  tx: Tx,
  account: AccountCaller,
  access: OpeningAccess,
  now: Date,
): Promise<Board> {
  const { opening, relations } = access
  const plan = await selectPlan(tx, opening.id, opening.planVersion)
  const plans = new Map(
    (await tx.select().from(planVersions).where(eq(planVersions.openingId, opening.id))).map((row) => [
      row.planVersion,
      row.plan,
    ]),
  )
  const rows = await selectApplications(tx, opening.id)
  const rounds = await selectRoundsOfOpening(tx, opening.id)
  const onlyRates = relations.size === 1 && relations.has("interviewer")
  const visible = rows.filter(({ application, email }) => {
    if (email.toLowerCase() === account.email.toLowerCase()) return false
    return (
      !onlyRates ||
      (rounds.get(application.id) ?? []).some((round) =>
        round.raters.some((rater) => rater.id === account.id),
      )
    )
  })
  const sight = {
    accountId: account.id,
    handles: relations.has("recruiter") || relations.has("owner"),
    unblinded: await selectUnblinded(
      tx,
      account.id,
      visible.map(({ application }) => application.id),
    ),
  }
  const people = peopleOf(await selectTeam(tx, opening.id))
  const card = ({ application, name }: (typeof visible)[number]) => {
    const own = plans.get(application.planVersion) ?? plan
    return presentCard(application, name, own, plan, rounds.get(application.id) ?? [], people, sight, now)
  }
  const active = visible.filter(({ application }) => application.endedAt === null).map(card)
  const ended = visible.filter(({ application }) => application.endedAt !== null)
  ended.sort((a, b) => (b.application.endedAt?.getTime() ?? 0) - (a.application.endedAt?.getTime() ?? 0))
  return {
    openingId: opening.id,
    title: opening.title,
    columns: plan.stages.map((stage, stageIndex) => {
      const cards = active.filter((one) => one.stageIndex === stageIndex)
      return {
        stageIndex,
        title: stage.title,
        kind: stage.kind,
        count: cards.length,
        oldestSince: cards.map((one) => one.since).sort()[0] ?? null,
        cards,
      }
    }),
    ended: { count: ended.length, cards: ended.slice(0, ENDED_SHOWN).map(card) },
  }
}

function presentCard(
  application: ApplicationRow,
  name: string,
  own: Plan,
  shown: Plan,
  rounds: readonly HeldRound[],
  people: People,
  sight: Sight,
  now: Date,
): BoardCard {
  const step = nextStep(stateOf(application), own, rounds, people, now)
  const screening = rounds.some(
    (round) =>
      round.kind === "screen" &&
      round.raters.some((rater) => rater.id === sight.accountId && !rater.submitted),
  )
  const beforeInterviews =
    application.stageIndex <= own.stages.findLastIndex((stage) => stage.kind === "screen")
  const blind = !sight.unblinded.has(application.id) && beforeInterviews && (screening || !sight.handles)
  const place = shown.stages.findIndex((stage) => stage.id === own.stages[application.stageIndex]?.id)
  return {
    applicationId: application.id,
    name: blind || application.status === "erased" ? application.alias : name,
    blind,
    stageIndex: place === -1 ? Math.min(application.stageIndex, shown.stages.length - 1) : place,
    status: application.status,
    nextStep: step.what,
    awaited: step.awaited,
    since: step.since.toISOString(),
    overdue: step.overdue,
    version: application.version,
  }
}

export const peopleOf = (team: readonly { name: string; role: string }[]): People => ({
  recruiters: team.filter((member) => member.role === "recruiter").map((member) => member.name),
  hiringManagers: team.filter((member) => member.role === "hiring-manager").map((member) => member.name),
})

const selectApplications = (tx: Tx, openingId: string) =>
  tx
    .select({ application: applications, name: candidates.name, email: candidates.email })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .where(eq(applications.openingId, openingId))
    .orderBy(asc(applications.statusSince), asc(applications.id))

async function selectUnblinded(tx: Tx, accountId: string, ids: string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: unblindings.applicationId })
    .from(unblindings)
    .where(and(eq(unblindings.accountId, accountId), inArray(unblindings.applicationId, ids)))
  return new Set(rows.map((row) => row.id))
}
