import type { StageCommand } from "./commands.ts"
import { decideOffer, decideStage } from "./decide-gate.ts"
import type { StageEvent } from "./events.ts"
import { stageProblem } from "./problems.ts"
import type { StageProblem, StageProblemId } from "./problems.ts"
import type { EventBody, Ruling } from "./ruling.ts"
import { currentStage, EMPTY_GATE, outstandingCards, placeAfter } from "./state.ts"
import type { ApplicationState, StageRef } from "./state.ts"

export type StageAnswer = { ok: true; events: StageEvent[] } | { ok: false; problem: StageProblem }

/**
 * Whether a command may be done in this state, and what happens if so. `now` is in epoch milliseconds.
 * Refused, it changes nothing: the answer holds a problem with a stable id and a sentence. Never throws.
 * The rules are those of `docs/stage-machine.md`.
 */
export function decide(state: ApplicationState, command: StageCommand, now: number): StageAnswer {
  const ruling = barred(state, command) ?? rule(state, command, now)
  if (typeof ruling === "string") return { ok: false, problem: stageProblem(ruling) }
  return { ok: true, events: ruling.map((body) => ({ ...body, at: now, by: command.by })) }
}

/** What forbids a command whatever its own rule says. */
function barred(state: ApplicationState, command: StageCommand): StageProblemId | null {
  const place = state.place.kind
  if (command.expectedVersion !== state.version) return "stale-version"
  if (place === "erased") return "erased"
  if (place === "new") return command.type === "submit" ? null : "no-application"
  if (command.type === "submit") return "exists"
  const stays = command.type === "erase" || command.type === "place-hold" || command.type === "lift-hold"
  return place === "withdrawn" && !stays ? "withdrawn" : null
}

function rule(state: ApplicationState, command: StageCommand, now: number): Ruling {
  switch (command.type) {
    case "submit":
      return submit(command)
    case "request-look":
    case "reinstate":
    case "uphold":
      return look(state, command)
    case "expect-card":
    case "release-card":
    case "submit-card":
      return card(state, command)
    case "open-debrief":
      return openDebrief(state, command.reason)
    case "decide":
      return decideStage(state, command, now)
    case "decide-offer":
      return decideOffer(state, command, now)
    case "change-plan":
      return changePlan(state, command)
    case "withdraw": {
      const ended = state.place.kind === "stopped" || state.place.kind === "not-offered"
      return ended ? "ended" : [{ type: "withdrawn" }]
    }
    case "erase":
      return state.legalHold === null ? [{ type: "erased" }] : "legal-hold"
    case "place-hold":
      if (state.legalHold !== null) return "hold-exists"
      return isBlank(command.reason) ? "reason-needed" : [{ type: "hold-placed", reason: command.reason }]
    case "lift-hold":
      if (state.legalHold === null) return "no-hold"
      return isBlank(command.reason) ? "reason-needed" : [{ type: "hold-lifted", reason: command.reason }]
  }
}

type Of<Type extends StageCommand["type"]> = Extract<StageCommand, { type: Type }>

function submit({ stages, knockOut }: Of<"submit">): Ruling {
  const unusable = unusablePlan(stages)
  if (unusable) return unusable
  const submitted = { type: "submitted", stages } as const
  if (knockOut) return [submitted, { type: "disqualified", fieldId: knockOut.fieldId, rule: knockOut.rule }]
  return [submitted, { type: "moved", to: placeAfter(stages, -1) }]
}

function look(state: ApplicationState, command: Of<"request-look" | "reinstate" | "uphold">): Ruling {
  if (state.place.kind !== "disqualified" || state.knockOut === null) return "not-disqualified"
  const asked = state.knockOut.look
  if (command.type === "request-look") {
    if (asked === "requested") return "look-requested"
    return asked === "upheld" ? "look-upheld" : [{ type: "look-requested" }]
  }
  if (command.type === "uphold" && asked !== "requested") return "look-not-requested"
  const { reason } = command
  if (isBlank(reason)) return "reason-needed"
  if (command.type === "uphold") return [{ type: "upheld", reason }]
  return [
    { type: "reinstated", reason },
    { type: "moved", to: placeAfter(state.stages, -1) },
  ]
}

function card(state: ApplicationState, command: Of<"expect-card" | "release-card" | "submit-card">): Ruling {
  if (state.place.kind === "debrief") return "debrief-open"
  if (state.place.kind !== "collecting" && state.place.kind !== "held") return "no-open-stage"
  const { stage } = state.place
  const { cardId } = command
  const gate = state.gates[stage] ?? EMPTY_GATE
  if (gate.submitted.includes(cardId)) return "card-submitted"
  const outstanding = outstandingCards(gate).includes(cardId)
  if (command.type === "expect-card") {
    // A waived rater has been able to read the others' cards, so theirs would no longer be independent.
    if (gate.waived.includes(cardId)) return "debrief-open"
    return outstanding ? "card-expected" : [{ type: "card-expected", stage, cardId }]
  }
  if (!outstanding) return gate.waived.includes(cardId) ? "debrief-open" : "unknown-card"
  return [{ type: command.type === "submit-card" ? "card-submitted" : "card-released", stage, cardId }]
}

function openDebrief(state: ApplicationState, reason: string | null): Ruling {
  if (state.place.kind === "debrief" || state.place.kind === "held") return "debrief-open"
  if (state.place.kind !== "collecting") return "no-open-stage"
  const { stage } = state.place
  const gate = state.gates[stage] ?? EMPTY_GATE
  const waived = outstandingCards(gate)
  const explained = reason !== null && !isBlank(reason)
  if (waived.length > 0 && !explained) return "cards-outstanding"
  if (gate.submitted.length === 0 && !explained) return "no-cards"
  return [{ type: "debrief-opened", stage, waived, reason: explained ? reason : null }]
}

function changePlan(state: ApplicationState, { stages }: Of<"change-plan">): Ruling {
  if (state.place.kind === "offered" || state.place.kind === "not-offered") return "ended"
  const unusable = unusablePlan(stages)
  if (unusable) return unusable
  const reached = state.place.kind === "deciding-offer" ? lastGate(state) : (currentStage(state.place) ?? -1)
  const past = state.stages.slice(0, reached + 1)
  const kept = past.every((stage, index) => {
    const now = stages[index]
    return now !== undefined && now.id === stage.id && now.kind === stage.kind
  })
  if (!kept) return "plan-rewrites-past"
  const events: EventBody[] = [{ type: "plan-changed", stages }]
  if (state.place.kind !== "deciding-offer") return events
  // A stage added behind the last gate has still to be passed.
  const to = placeAfter(stages, reached)
  return to.kind === "deciding-offer" ? events : [...events, { type: "moved", to }]
}

function unusablePlan(stages: readonly StageRef[]): StageProblemId | null {
  if (stages.length === 0) return "no-stages"
  return new Set(stages.map((stage) => stage.id)).size < stages.length ? "repeated-stage" : null
}

/** Index of the last stage whose gate was decided; −1 when there is none. */
function lastGate(state: ApplicationState): number {
  return state.decisions.reduce((last, decision) => Math.max(last, decision.stage ?? -1), -1)
}

function isBlank(text: string): boolean {
  return text.trim() === ""
}
