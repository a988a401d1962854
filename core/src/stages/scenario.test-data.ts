import type { StageCommand, StageCommandType } from "./commands.ts"
import { decide } from "./decide.ts"
import { evolve } from "./evolve.ts"
import { NEW_APPLICATION } from "./state.ts"
import type { ApplicationState, StagePlaceKind, StageOutcome, StageRef } from "./state.ts"

/** Applications in every state, for the tests of this folder. */

export const STAGES: StageRef[] = [
  { id: "apply", kind: "application" },
  { id: "screen", kind: "screen" },
  { id: "core", kind: "interviews" },
  { id: "offer", kind: "offer" },
]
export const REASONS = [{ criterion: "streaming", text: "Names the lag and bounds it." }]

export type Body<Command = StageCommand> = Command extends StageCommand
  ? Omit<Command, "by" | "expectedVersion">
  : never
export const give = (state: ApplicationState, body: Body): StageCommand => ({
  ...body,
  by: "ana",
  expectedVersion: state.version,
})

/** The state after commands that must all be allowed. Each is given a minute after the one before. */
export function after(bodies: readonly Body[], from: ApplicationState = NEW_APPLICATION): ApplicationState {
  return bodies.reduce((state, body) => {
    const answer = decide(state, give(state, body), 60_000 * (state.version + 1))
    if (!answer.ok) throw new Error(`${body.type}: ${answer.problem.id}`)
    return answer.events.reduce(evolve, state)
  }, from)
}

export const submit: Body = { type: "submit", stages: STAGES, knockOut: null }
export const expectCard = (cardId: string): Body => ({ type: "expect-card", cardId })
export const submitCard = (cardId: string): Body => ({ type: "submit-card", cardId })
export const openDebrief = (reason: string | null = null): Body => ({ type: "open-debrief", reason })
export const rule = (decisionId: string, outcome: StageOutcome, supersedes: string | null = null): Body => ({
  type: "decide",
  decisionId,
  outcome,
  reasons: REASONS,
  supersedes,
})
export const ruleOffer = (
  decisionId: string,
  outcome: "offer" | "no-offer",
  supersedes: string | null = null,
): Body => ({ type: "decide-offer", decisionId, outcome, reasons: REASONS, supersedes })

const screened = [submit, expectCard("s1"), submitCard("s1"), openDebrief(), rule("d1", "advance")]
const collecting = [...screened, expectCard("a"), expectCard("b"), submitCard("a")]
const debrief = [...collecting, openDebrief("B fell ill")]
const passed = [...debrief, rule("d2", "advance")]

/** One application in each state, as the table of the page describes them. */
export const IN_STATE: Record<StagePlaceKind, readonly Body[]> = {
  new: [],
  disqualified: [
    { type: "submit", stages: STAGES, knockOut: { fieldId: "permit", rule: "A work permit is needed." } },
  ],
  collecting,
  debrief,
  held: [...debrief, rule("d2", "hold")],
  stopped: [...debrief, rule("d2", "stop")],
  "deciding-offer": passed,
  offered: [...passed, ruleOffer("o1", "offer")],
  "not-offered": [...passed, ruleOffer("o1", "no-offer")],
  withdrawn: [...collecting, { type: "withdraw" }],
  erased: [...collecting, { type: "erase" }],
}

export const COMMAND_TYPES = [
  "submit",
  "request-look",
  "reinstate",
  "uphold",
  "expect-card",
  "release-card",
  "submit-card",
  "open-debrief",
  "decide",
  "decide-offer",
  "change-plan",
  "withdraw",
  "erase",
  "place-hold",
  "lift-hold",
] as const satisfies readonly StageCommandType[]
