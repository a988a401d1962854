import type { StageCommand } from "./commands.ts"
import type { StageProblemId } from "./problems.ts"
import type { Ruling } from "./ruling.ts"
import { decisionInForce, EMPTY_GATE, isInForce, outstandingCards, placeAfter } from "./state.ts"
import type { ApplicationState, DecisionRecord, StagePlace, StageOutcome } from "./state.ts"

type Decide = Extract<StageCommand, { type: "decide" }>
type DecideOffer = Extract<StageCommand, { type: "decide-offer" }>

/** The rule of a stage's gate: a first decision after its debrief, or one that replaces the one in force. */
export function decideStage(state: ApplicationState, command: Decide, now: number): Ruling {
  if (command.supersedes !== null) return supersedeStage(state, command, command.supersedes, now)
  const { place } = state
  if (place.kind === "collecting") return "debrief-not-open"
  if (place.kind === "held" || place.kind === "stopped") return "must-supersede"
  if (place.kind !== "debrief") return "no-open-stage"
  // An advance turned back leads through the debrief only as held or stopped, so a gate decided before never gets here.
  const problem = unsound(state, command)
  return problem ?? decided(state, command, place.stage, now, placeFor(state, command.outcome, place.stage))
}

/** The rule of the offer: a first decision after the last gate, or one that replaces the one in force. */
export function decideOffer(state: ApplicationState, command: DecideOffer, now: number): Ruling {
  const { kind } = state.place
  if (command.supersedes === null) {
    if (kind === "offered" || kind === "not-offered") return "must-supersede"
    if (kind !== "deciding-offer") return "not-at-offer"
  } else {
    if (kind !== "offered" && kind !== "not-offered") return "not-at-offer"
    const named = nameable(state, command.supersedes)
    if (typeof named === "string") return named
    if (named.stage !== null) return "unknown-decision"
  }
  const problem = unsound(state, command)
  return (
    problem ??
    decided(state, command, null, now, { kind: command.outcome === "offer" ? "offered" : "not-offered" })
  )
}

function supersedeStage(state: ApplicationState, command: Decide, supersedes: string, now: number): Ruling {
  const old = nameable(state, supersedes)
  if (typeof old === "string") return old
  if (old.stage === null) return "unknown-decision"
  if (old.outcome === command.outcome) {
    return unsound(state, command) ?? decided(state, command, old.stage, now, null)
  }
  if (!isWhereItLed(state, old, old.stage)) return "later-activity"
  if (outstandingCards(state.gates[old.stage] ?? EMPTY_GATE).length > 0) return "cards-outstanding"
  return (
    unsound(state, command) ??
    decided(state, command, old.stage, now, placeFor(state, command.outcome, old.stage))
  )
}

/** The decision by that id if it is in force, else why it can't be named. */
function nameable(state: ApplicationState, id: string): DecisionRecord | StageProblemId {
  const named = state.decisions.find((decision) => decision.id === id)
  if (named === undefined) return "unknown-decision"
  return isInForce(state, named) ? named : "already-superseded"
}

/** Whether the application still stands where that decision put it, with nothing done there since. */
function isWhereItLed(state: ApplicationState, old: DecisionRecord, stage: number): boolean {
  const { place } = state
  if (old.outcome === "hold") return place.kind === "held" && place.stage === stage
  if (old.outcome === "stop") return place.kind === "stopped" && place.stage === stage
  const led = placeAfter(state.stages, stage)
  if (led.kind !== place.kind) return false
  if (led.kind !== "collecting") return true
  const untouched = state.gates[led.stage]?.submitted.length === 0
  return (
    "stage" in place && place.stage === led.stage && untouched && decisionInForce(state, led.stage) === null
  )
}

function placeFor(state: ApplicationState, outcome: StageOutcome, stage: number): StagePlace {
  if (outcome === "advance") return placeAfter(state.stages, stage)
  return { kind: outcome === "hold" ? "held" : "stopped", stage }
}

function unsound(
  state: ApplicationState,
  { decisionId, reasons }: Decide | DecideOffer,
): StageProblemId | null {
  if (state.decisions.some((decision) => decision.id === decisionId)) return "decision-exists"
  const worded = reasons.some((reason) => reason.criterion.trim() !== "" && reason.text.trim() !== "")
  return worded ? null : "reasons-needed"
}

function decided(
  state: ApplicationState,
  { decisionId, outcome, reasons, supersedes, by }: Decide | DecideOffer,
  stage: number | null,
  now: number,
  to: StagePlace | null,
): Ruling {
  const decision = { id: decisionId, stage, outcome, reasons, supersedes, by, at: now }
  const moves = to !== null && !samePlace(to, state.place)
  return moves
    ? [
        { type: "decided", decision },
        { type: "moved", to },
      ]
    : [{ type: "decided", decision }]
}

function samePlace(a: StagePlace, b: StagePlace): boolean {
  return a.kind === b.kind && ("stage" in a ? a.stage : null) === ("stage" in b ? b.stage : null)
}
