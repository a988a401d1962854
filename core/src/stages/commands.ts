import type { OfferOutcome, Reason, StageOutcome, StageRef } from "./state.ts"

/** Who gives a command (an account's id, or `candidate`) and the version of the state it was decided on. */
interface Given {
  by: string
  expectedVersion: number
}

export type StageCommand = Given &
  (
    | { type: "submit"; stages: readonly StageRef[]; knockOut: { fieldId: string; rule: string } | null }
    | { type: "request-look" }
    | { type: "reinstate"; reason: string }
    | { type: "uphold"; reason: string }
    | { type: "expect-card"; cardId: string }
    | { type: "release-card"; cardId: string }
    | { type: "submit-card"; cardId: string }
    /** `reason`: why it opens without the outstanding cards; `null` when all are in. */
    | { type: "open-debrief"; reason: string | null }
    | {
        type: "decide"
        decisionId: string
        outcome: StageOutcome
        reasons: readonly Reason[]
        /** The decision in force that this one replaces; `null` for the first of the current gate. */
        supersedes: string | null
      }
    | {
        type: "decide-offer"
        decisionId: string
        outcome: OfferOutcome
        reasons: readonly Reason[]
        supersedes: string | null
      }
    | { type: "change-plan"; stages: readonly StageRef[] }
    | { type: "withdraw" }
    | { type: "erase" }
    | { type: "place-hold"; reason: string }
    | { type: "lift-hold"; reason: string }
  )
export type StageCommandType = StageCommand["type"]
