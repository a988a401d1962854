import type { CandidatePage } from "@backfill/contract"
import { decisionInForce, type Kit, type Plan } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import { type ApplicationRow, stateOf } from "../applications/change-application.ts"
import { type HeldRound, selectRounds } from "../applications/rounds.store.ts"
import { isIn, presentAttempt } from "../attempts/attempts.present.ts"
import { type AttemptRow, selectAttempts, selectFiles } from "../attempts/attempts.store.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { selectPlan, selectTeam } from "../openings/openings.store.ts"
import { selectOrganisation } from "../public-pages/public-pages.store.ts"
import { selectOwners, selectPageFacts } from "./candidate.store.ts"
import { headlineFor } from "./headline.ts"
import { exerciseOf, nextOf, NOTHING_NEXT } from "./next.ts"

const STATUS: Record<string, CandidatePage["status"]> = {
  disqualified: "disqualified",
  "human-look": "human-look",
  stopped: "stopped",
  "not-offered": "stopped",
  offered: "offer",
  withdrawn: "withdrawn",
  erased: "erased",
}

/** The candidate's own page. Nothing of what others wrote, no indicator, anchor or other person's answer is in it. */
export async function presentPage(tx: Tx, row: ApplicationRow, now: Date): Promise<CandidatePage> {
  const { opening, candidate, adjusted, erasedAt, stored } = await selectPageFacts(tx, row)
  const { organisation, contact, retentionMonths } = await selectOrganisation(tx)
  const plan = await selectPlan(tx, row.openingId, row.planVersion)
  const kit = await pinnedKit(tx, opening.kitDigest)
  const rounds = await selectRounds(tx, row.id)
  const tries = await selectAttempts(tx, row.id)
  const files = await selectFiles(
    tx,
    tries.map(({ id }) => id),
  )
  const status = STATUS[row.status] ?? "in-progress"
  const erased = status === "erased"
  const state = stateOf(row)
  const granted = adjusted?.state === "granted"
  const { next, exercise } =
    status === "in-progress"
      ? nextOf(
          row,
          plan,
          rounds,
          tries,
          kit,
          { timeFactor: granted ? adjusted.timeFactor : 1, timeZone: candidate.timeZone },
          now,
        )
      : NOTHING_NEXT
  const canAskHumanLook = state.place.kind === "disqualified" && state.knockOut?.look === "not-requested"
  const deciding =
    state.place.kind !== "collecting" ||
    rounds.some((round) => round.stageIndex === row.stageIndex && round.state !== "cancelled")
  const firstName = candidate.name.split(/\s+/)[0] ?? candidate.name
  return {
    name: erased ? "" : candidate.name,
    organisation,
    title: opening.title,
    location: opening.location,
    contact,
    ...headlineFor({
      status,
      firstName,
      next,
      exercise: exercise?.standing ?? null,
      deciding,
      canAskHumanLook,
    }),
    status,
    rule: status === "disqualified" || status === "human-look" ? row.disqualifyingRule : null,
    canAskHumanLook,
    steps: erased ? [] : stepsOf(row, plan, next),
    next,
    judgedOn:
      status !== "in-progress"
        ? []
        : exercise
          ? exercise.judgedOn
          : (plan.stages[row.stageIndex]?.judgedOn ?? []),
    attempts: erased
      ? []
      : tries.map((one) => presentAttempt(one, exerciseOf(kit, one), files, now, "candidate")),
    adjustments: adjusted
      ? {
          state: adjusted.state,
          timeFactor: adjusted.timeFactor,
          granted: adjusted.granted,
          answer: adjusted.answer,
        }
      : { state: "none", timeFactor: 1, granted: [], answer: "" },
    stored: erased ? [] : storedOf(row, stored, tries, rounds, kit, now),
    seenBy: erased ? 0 : await countReaders(tx, row, rounds),
    erasedOn: erased
      ? (erasedAt?.toISOString() ?? null)
      : row.endedAt
        ? monthsAfter(row.endedAt, retentionMonths).toISOString()
        : null,
    serverNow: now.toISOString(),
    version: row.version,
  }
}

function stepsOf(row: ApplicationRow, plan: Plan, next: CandidatePage["next"]): CandidatePage["steps"] {
  const state = stateOf(row)
  const ended = row.endedAt !== null
  return plan.stages.map((stage, index) => {
    const passed = decisionInForce(state, index)
    if (index < row.stageIndex || row.status === "offered")
      return {
        title: stage.title,
        state: "done",
        at:
          stage.kind === "application"
            ? row.submittedAt.toISOString()
            : passed
              ? new Date(passed.at).toISOString()
              : row.submittedAt.toISOString(),
      }
    if (index > row.stageIndex)
      return { title: stage.title, state: ended ? "not-reached" : "ahead", at: null }
    return {
      title: stage.title,
      state: ended ? "done" : "current",
      at: ended ? (row.endedAt?.toISOString() ?? null) : (next?.startsAt ?? null),
    }
  })
}

function storedOf(
  row: ApplicationRow,
  resumes: readonly { name: string; createdAt: Date }[],
  tries: readonly AttemptRow[],
  rounds: readonly HeldRound[],
  kit: Kit,
  now: Date,
): CandidatePage["stored"] {
  const rated = rounds.some(
    (round) => round.state !== "planned" || round.raters.some((rater) => rater.submitted),
  )
  return [
    { what: "Your form and the text of your résumé", at: row.submittedAt.toISOString() },
    ...resumes.map((file) => ({ what: `Your file ${file.name}`, at: file.createdAt.toISOString() })),
    ...tries
      .filter((one) => isIn(one, now))
      .map((one) => ({
        what: `Your work: ${exerciseOf(kit, one).title}`,
        at: (one.submittedAt ?? one.deadline ?? one.createdAt).toISOString(),
      })),
    ...(rated
      ? [{ what: "Notes and ratings about you, yours on request", at: row.statusSince.toISOString() }]
      : []),
  ]
}

/** People who can open this application: who runs the opening, who rates it, and the owners. */
async function countReaders(tx: Tx, row: ApplicationRow, rounds: readonly HeldRound[]): Promise<number> {
  const team = (await selectTeam(tx, row.openingId))
    .filter((member) => member.role !== "interviewer")
    .map((member) => member.id)
  const raters = rounds.flatMap((round) =>
    round.state === "cancelled" ? [] : round.raters.map((rater) => rater.id),
  )
  return new Set([...team, ...raters, ...(await selectOwners(tx))]).size
}

/** The same day some months later, or that month's last day. */
function monthsAfter(from: Date, months: number): Date {
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  return new Date(
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), last)),
  )
}
