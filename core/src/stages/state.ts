/**
 * The state of one application and what it is made of. `docs/stage-machine.md` says what each part means.
 * All times are epoch milliseconds.
 */

/** What the machine needs to know of a plan's stage. */
export interface StageRef {
  id: string
  kind: "application" | "screen" | "interviews" | "offer"
}

/** Where an application is. `stage` is an index into the plan's stages. */
export type StagePlace =
  | { kind: "new" | "disqualified" | "deciding-offer" | "offered" | "not-offered" | "withdrawn" | "erased" }
  | { kind: "collecting" | "debrief" | "held" | "stopped"; stage: number }
export type StagePlaceKind = StagePlace["kind"]

/** The sealed cards of one stage: ids of those expected (submitted ones included), submitted, and waived. */
export interface Gate {
  expected: readonly string[]
  submitted: readonly string[]
  waived: readonly string[]
  /** When its debrief opened; `null` before. */
  openedAt: number | null
  /** When its cards last changed; `null` before the first was asked for. */
  changedAt: number | null
}

export const STAGE_OUTCOMES = ["advance", "stop", "hold"] as const
export type StageOutcome = (typeof STAGE_OUTCOMES)[number]
export const OFFER_OUTCOMES = ["offer", "no-offer"] as const
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number]

/** Why, by criterion: a competency's id, or another name the panel uses. */
export interface Reason {
  criterion: string
  text: string
}

/** One decision as it was recorded. It never changes; `isInForce` tells whether a later one replaced it. */
export interface DecisionRecord {
  id: string
  /** Index of the stage it closed; `null` for the decision on an offer. */
  stage: number | null
  outcome: StageOutcome | OfferOutcome
  reasons: readonly Reason[]
  /** Id of the decision it replaces; `null` for the first of its gate. */
  supersedes: string | null
  by: string
  at: number
}

export interface KnockOut {
  fieldId: string
  rule: string
  look: "not-requested" | "requested" | "upheld"
}

export interface ApplicationState {
  /** Number of events applied; every command names the one it was decided on. */
  version: number
  place: StagePlace
  /** When it came to this place, or a human look was asked for in it. */
  since: number
  stages: readonly StageRef[]
  /** One gate a stage, in the same order. */
  gates: readonly Gate[]
  decisions: readonly DecisionRecord[]
  knockOut: KnockOut | null
  legalHold: { reason: string; since: number } | null
}

/** The state before anything was submitted. */
export const NEW_APPLICATION: ApplicationState = {
  version: 0,
  place: { kind: "new" },
  since: 0,
  stages: [],
  gates: [],
  decisions: [],
  knockOut: null,
  legalHold: null,
}

export const EMPTY_GATE: Gate = { expected: [], submitted: [], waived: [], openedAt: null, changedAt: null }

/** Whether no later decision replaced this one. */
export function isInForce(state: ApplicationState, decision: DecisionRecord): boolean {
  return !state.decisions.some((other) => other.supersedes === decision.id)
}

/** The decision in force at a stage's gate (or on the offer, for `null`); `null` when none was made. */
export function decisionInForce(state: ApplicationState, stage: number | null): DecisionRecord | null {
  return state.decisions.find((decision) => decision.stage === stage && isInForce(state, decision)) ?? null
}

/** Expected cards of a gate that are neither in nor waived. */
export function outstandingCards(gate: Gate): string[] {
  return gate.expected.filter((card) => !gate.submitted.includes(card) && !gate.waived.includes(card))
}

/** Index of the stage an application is in or was stopped in; `null` elsewhere. */
export function currentStage(place: StagePlace): number | null {
  return "stage" in place ? place.stage : null
}

/** The place reached by leaving stage `after` (−1 to begin): the next stage that collects cards, else the offer. */
export function placeAfter(stages: readonly StageRef[], after: number): StagePlace {
  const next = stages.findIndex((stage, index) => index > after && stage.kind !== "application")
  const kind = stages[next]?.kind
  return kind === undefined || kind === "offer"
    ? { kind: "deciding-offer" }
    : { kind: "collecting", stage: next }
}
