import { EMPTY_GATE, outstandingCards } from "./state.ts"
import type { ApplicationState } from "./state.ts"

/** What an application waits for, since when (epoch milliseconds), for the board and the candidate's page. */
export type Awaited =
  | { what: "human-look" | "panel" | "debrief" | "decision" | "offer" | "candidate"; since: number }
  | { what: "cards"; since: number; cardIds: string[] }
  | { what: "nothing" }

/** What is awaited now. `panel` means that a stage collects and nobody was asked for a card yet. */
export function awaited(state: ApplicationState): Awaited {
  const { place, since } = state
  switch (place.kind) {
    case "disqualified":
      return state.knockOut?.look === "requested" ? { what: "human-look", since } : { what: "nothing" }
    case "collecting":
    case "held": {
      const gate = state.gates[place.stage] ?? EMPTY_GATE
      const cardIds = outstandingCards(gate)
      if (cardIds.length > 0) return { what: "cards", since, cardIds }
      const lately = Math.max(since, gate.changedAt ?? since)
      if (place.kind === "held") return { what: "decision", since: lately }
      return { what: gate.submitted.length > 0 ? "debrief" : "panel", since: lately }
    }
    case "debrief":
      return { what: "decision", since }
    case "deciding-offer":
      return { what: "offer", since }
    case "offered":
      return { what: "candidate", since }
    case "new":
    case "stopped":
    case "not-offered":
    case "withdrawn":
    case "erased":
      return { what: "nothing" }
  }
}
