import type { Board, BoardCard } from "@backfill/contract"
import type { Plan } from "@backfill/core"
import { asc, eq, sql } from "drizzle-orm"
import { APPLICATION_CARD, ASKED, type OpeningAccess, unblindedTo } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { applications, candidates, planVersions } from "../../platform/database/schema/hiring.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { builtOnce } from "../../platform/drizzle.ts"
import { found } from "../../platform/problem-error.ts"
import { stateOf } from "../applications/change-application.ts"
import { nextStep, type People } from "../applications/next-step.ts"
import { ratersIn, roundsFrom, roundsOfApplication } from "../applications/rounds.store.ts"
import { selectNames, selectTeam } from "./openings.store.ts"

/** Ended applications shown on the board; the count beside them is of all. */
const ENDED_SHOWN = 100

interface Sight {
  accountId: string
  handles: boolean
}

/** The board as one person may see it: interviewers see those they rate, nobody sees their own application. */
export async function readBoard(
  tx: Tx,
  account: AccountCaller,
  access: OpeningAccess,
  now: Date,
): Promise<Board> {
  const { opening, relations } = access
  const plans = await selectPlans(tx, opening.id)
  const plan = found(plans.get(opening.planVersion))
  const rows = await selectApplications(tx, opening.id, account.id)
  const onlyRates = relations.size === 1 && relations.has("interviewer")
  const visible = rows.filter(
    ({ email, rounds }) =>
      email.toLowerCase() !== account.email.toLowerCase() &&
      (!onlyRates || rounds.some((round) => round.raters.some((rater) => rater.id === account.id))),
  )
  const people = peopleOf(await selectTeam(tx, opening.id))
  const sight = { accountId: account.id, handles: relations.has("recruiter") || relations.has("owner") }
  const card = (row: Row) =>
    presentCard(row, plans.get(row.application.planVersion) ?? plan, plan, people, sight, now)
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
  { application, name, rounds, unblinded }: Row,
  own: Plan,
  shown: Plan,
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
  const blind = !unblinded && beforeInterviews && (screening || !sight.handles)
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

async function selectPlans(tx: Tx, openingId: string): Promise<Map<number, Plan>> {
  const rows = await tx
    .select({ version: planVersions.planVersion, plan: planVersions.plan })
    .from(planVersions)
    .where(eq(planVersions.openingId, openingId))
  return new Map(rows.map(({ version, plan }) => [version, plan]))
}

type Row = Awaited<ReturnType<typeof selectApplications>>[number]

const CARDS = builtOnce((tx) =>
  tx
    .select({
      application: APPLICATION_CARD,
      name: candidates.name,
      email: candidates.email,
      rounds: roundsOfApplication,
      unblinded: unblindedTo(ASKED),
    })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .where(eq(applications.openingId, sql.placeholder("openingId")))
    .orderBy(asc(applications.statusSince), asc(applications.id))
    .prepare("board_cards"),
)

async function selectApplications(tx: Tx, openingId: string, accountId: string) {
  const rows = await CARDS(tx).execute({ openingId, accountId })
  const names = await selectNames(
    tx,
    rows.flatMap((row) => ratersIn(row.rounds)),
  )
  return rows.map((row) => ({ ...row, rounds: roundsFrom(row.rounds, names) }))
}
