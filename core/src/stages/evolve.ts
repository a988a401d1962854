import type { StageEvent } from "./events.ts"
import { EMPTY_GATE, NEW_APPLICATION } from "./state.ts"
import type { ApplicationState, Gate, StageRef } from "./state.ts"

/** The state after one event. Total: any event fits any state, since `decide` alone says what may happen. */
export function evolve(state: ApplicationState, event: StageEvent): ApplicationState {
  const next = { ...state, version: state.version + 1 }
  switch (event.type) {
    case "submitted":
      return { ...next, stages: event.stages, gates: event.stages.map(() => EMPTY_GATE) }
    case "disqualified": {
      const { fieldId, rule } = event
      return arrive(
        { ...next, knockOut: { fieldId, rule, look: "not-requested" } },
        { kind: "disqualified" },
        event.at,
      )
    }
    case "look-requested":
    case "upheld": {
      const look = event.type === "upheld" ? "upheld" : "requested"
      return { ...next, since: event.at, knockOut: state.knockOut && { ...state.knockOut, look } }
    }
    case "reinstated":
      return next
    case "moved":
      return arrive(next, event.to, event.at)
    case "card-expected":
    case "card-released":
    case "card-submitted":
      return atGate(next, event.stage, (gate) => ({
        ...withCard(gate, event.type, event.cardId),
        changedAt: event.at,
      }))
    case "debrief-opened": {
      const opened = atGate(next, event.stage, (gate) => ({
        ...gate,
        waived: event.waived,
        openedAt: event.at,
      }))
      return arrive(opened, { kind: "debrief", stage: event.stage }, event.at)
    }
    case "decided":
      return { ...next, decisions: [...state.decisions, event.decision] }
    case "plan-changed":
      return { ...next, stages: event.stages, gates: event.stages.map((stage) => gateOf(state, stage)) }
    case "withdrawn":
      return arrive(next, { kind: "withdrawn" }, event.at)
    case "erased":
      // Nothing a person wrote may outlive an erasure.
      return arrive({ ...NEW_APPLICATION, version: next.version }, { kind: "erased" }, event.at)
    case "hold-placed":
      return { ...next, legalHold: { reason: event.reason, since: event.at } }
    case "hold-lifted":
      return { ...next, legalHold: null }
  }
}

/** The state that a list of events adds up to, oldest first. */
export function replay(events: readonly StageEvent[]): ApplicationState {
  return events.reduce(evolve, NEW_APPLICATION)
}

function arrive(state: ApplicationState, place: ApplicationState["place"], since: number): ApplicationState {
  return { ...state, place, since }
}

function atGate(state: ApplicationState, stage: number, change: (gate: Gate) => Gate): ApplicationState {
  return { ...state, gates: state.gates.map((gate, index) => (index === stage ? change(gate) : gate)) }
}

type CardEventType = Extract<StageEvent, { cardId: string }>["type"]

function withCard(gate: Gate, type: CardEventType, cardId: string): Gate {
  if (type === "card-expected") return { ...gate, expected: [...gate.expected, cardId] }
  if (type === "card-submitted") return { ...gate, submitted: [...gate.submitted, cardId] }
  return { ...gate, expected: gate.expected.filter((card) => card !== cardId) }
}

function gateOf(state: ApplicationState, stage: StageRef): Gate {
  const index = state.stages.findIndex((old) => old.id === stage.id)
  return state.gates[index] ?? EMPTY_GATE
}
