import type { DecisionRecord, StagePlace, StageRef } from "./state.ts"

/** What happened to an application, as it is stored. `at` is in epoch milliseconds, `by` who did it. */
export type StageEvent = { at: number; by: string } & (
  | { type: "submitted"; stages: readonly StageRef[] }
  | { type: "disqualified"; fieldId: string; rule: string }
  | { type: "look-requested" }
  | { type: "reinstated"; reason: string }
  | { type: "upheld"; reason: string }
  /** The application came to another place. Always beside the event that says why. */
  | { type: "moved"; to: StagePlace }
  | { type: "card-expected"; stage: number; cardId: string }
  | { type: "card-released"; stage: number; cardId: string }
  | { type: "card-submitted"; stage: number; cardId: string }
  | { type: "debrief-opened"; stage: number; waived: readonly string[]; reason: string | null }
  | { type: "decided"; decision: DecisionRecord }
  | { type: "plan-changed"; stages: readonly StageRef[] }
  | { type: "withdrawn" }
  | { type: "erased" }
  | { type: "hold-placed"; reason: string }
  | { type: "hold-lifted"; reason: string }
)
export type StageEventType = StageEvent["type"]
