import type { Gate } from "@backfill/contract"
import { decisionInForce } from "@backfill/core"
import { inArray } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { type ApplicationRow, stateOf } from "../applications/change-application.ts"
import { missingCards, unscheduled } from "../applications/next-step.ts"
import { selectRounds } from "../applications/rounds.store.ts"
import { presentCard } from "../interviews/interviews.present.ts"
import { selectPlan, selectRaters, selectTimeFactor } from "../interviews/interviews.store.ts"

/** A stage's gate with the reasons recorded for cards that won't come. */
export interface CollectedGate {
  gate: Gate
  waivers: { rater: { id: string; name: string }; reason: string }[]
}

/** What has come in at a stage's gate, what is awaited and what was waived. */
export async function collectGate(tx: Tx, application: ApplicationRow, stageIndex: number, only?: string): Promise<CollectedGate> {
  const { plan } = await selectPlan(tx, application)
  const stage = plan.stages[stageIndex]
  const all = await selectRounds(tx, application.id)
  const rounds = all.filter((round) => round.stageIndex === stageIndex)
  const standing = rounds.filter((round) => round.state !== "cancelled")
  const raters = await selectRaters(tx, rounds.map((round) => round.id))
  const factor = await selectTimeFactor(tx, application.id)
  const open = unscheduled(plan, stageIndex, all)
  const names = await namesOf(tx, open.flatMap((round) => round.interviewers))
  const awaited = standing.flatMap((round) => missingCards(round).map(({ id, name }) => ({ person: { id, name }, what: round.title })))
  const gate: Gate = {
    stageIndex,
    title: stage?.title ?? "",
    kind: stage?.kind ?? "",
    state: gateState(application, stageIndex, stage?.kind, awaited.length === 0 && open.length === 0),
    interviews: rounds.map((round) => presentCard(round, raters, factor, round.kind === "screen" ? only : undefined)),
    roundsToSchedule: open.map(({ id, title, minutes, interviewers }) => ({ roundId: id, title, minutes, interviewers: interviewers.map((person) => ({ id: person, name: names.get(person) ?? "" })) })),
    awaited: only === undefined ? awaited : awaited.filter((card) => card.person.id === only),
    decision: null,
  }
  const decision = decisionInForce(stateOf(application), stageIndex)
  if (decision && decision.outcome !== "offer" && decision.outcome !== "no-offer") {
    const by = (await namesOf(tx, [decision.by])).get(decision.by) ?? ""
    gate.decision = { id: decision.id, choice: decision.outcome, at: new Date(decision.at).toISOString(), by }
  }
  const waivers = raters.flatMap(({ id, name, waivedReason, submittedAt, interviewId }) =>
    waivedReason !== null && !submittedAt && standing.some((round) => round.id === interviewId) ? [{ rater: { id, name }, reason: waivedReason }] : [],
  )
  return { gate, waivers }
}

/**
 * The gate as an application's page shows it. With `only`, the view of one rater: who else reads the résumé, and whose card
 * is missing, stays unknown to them.
 */
export const gateOf = async (tx: Tx, application: ApplicationRow, stageIndex: number, only?: string): Promise<Gate> => (await collectGate(tx, application, stageIndex, only)).gate

function gateState(application: ApplicationRow, stageIndex: number, kind: string | undefined, complete: boolean): Gate["state"] {
  const state = stateOf(application)
  if (kind === "application") return state.place.kind === "new" || state.place.kind === "disqualified" ? "collecting" : "decided"
  if (kind === "offer") {
    if (decisionInForce(state, null)) return "decided"
    return state.place.kind === "deciding-offer" ? "debrief" : "collecting"
  }
  if (decisionInForce(state, stageIndex)) return "decided"
  if (state.gates[stageIndex]?.openedAt != null) return "debrief"
  return complete ? "ready" : "collecting"
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const people = [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (people.length === 0) return new Map()
  const rows = await tx.select({ id: accounts.id, name: accounts.name }).from(accounts).where(inArray(accounts.id, people))
  return new Map(rows.map((row) => [row.id, row.name]))
}
