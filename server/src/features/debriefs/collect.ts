import type { ApplicationHead } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { missingCards, unscheduled } from "../applications/next-step.ts"
import { type HeldRound, selectRounds } from "../applications/rounds.store.ts"
import { selectPlan } from "../interviews/interviews.store.ts"

/** What has come in at a stage's gate. */
export interface Collected {
  /** Rounds of the stage that weren't cancelled. */
  rounds: HeldRound[]
  /** Cards still to come, as "name (round)". */
  missing: string[]
  /** Titles of rounds that the plan has and nobody has scheduled. */
  unscheduled: string[]
  /** Why cards won't come. */
  waivers: { rater: { id: string; name: string }; roundTitle: string; reason: string }[]
}

/** Which cards of a stage are in, awaited and waived. */
export async function collect(tx: Tx, application: ApplicationHead, stageIndex: number): Promise<Collected> {
  const { plan } = await selectPlan(tx, application)
  const all = await selectRounds(tx, application.id)
  const rounds = all.filter((round) => round.stageIndex === stageIndex && round.state !== "cancelled")
  return {
    rounds,
    missing: rounds.flatMap((round) => missingCards(round).map((rater) => `${rater.name} (${round.title})`)),
    unscheduled: unscheduled(plan, stageIndex, all).map((round) => round.title),
    waivers: rounds.flatMap((round) =>
      round.raters.flatMap(({ id, name, waived, submitted }) =>
        waived !== null && !submitted
          ? [{ rater: { id, name }, roundTitle: round.title, reason: waived }]
          : [],
      ),
    ),
  }
}
