import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { StageCommand } from "./commands.ts"
import { decide } from "./decide.ts"
import type { StageEvent } from "./events.ts"
import { evolve, replay } from "./evolve.ts"
import { decisionInForce, isInForce, NEW_APPLICATION } from "./state.ts"
import type { ApplicationState, StageRef } from "./state.ts"

/**
 * Random commands against a much simpler model of an application, kept by its own rules: where it is, and the flags
 * that forbid. Beside it, the promises of the page's last section are checked after every step.
 */

const kinds: Record<string, StageRef["kind"]> = { apply: "application", screen: "screen", offer: "offer" }
const refs = (...ids: string[]): StageRef[] => ids.map((id) => ({ id, kind: kinds[id] ?? "interviews" }))
const PLAN = refs("apply", "screen", "core", "offer")

const plan = fc.constantFrom(PLAN, refs("apply", "screen", "core", "panel", "offer"), refs("screen"), [])
const cardId = fc.constantFrom("a", "b")
const reason = fc.constantFrom("because", "because", "because", "", " ")
const reasons = fc.constantFrom(...Array.from({ length: 6 }, () => [{ criterion: "x", text: "y" }]), [])
/** Which decision is named: none, the newest in force, or the very first. */
const names = fc.constantFrom("none", "none", "newest", "first")
const knockOut = fc.option(fc.constant({ fieldId: "f", rule: "r" }), { freq: 3 })
const record = (type: string, rest: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ type: fc.constant(type), ...rest })

const step = fc.record({
  late: fc.integer({ min: 0, max: 19 }),
  names,
  body: fc.oneof(
    { weight: 4, arbitrary: record("submit", { stages: fc.constant(PLAN), knockOut }) },
    { weight: 1, arbitrary: record("request-look") },
    { weight: 2, arbitrary: record("reinstate", { reason }) },
    { weight: 1, arbitrary: record("uphold", { reason }) },
    { weight: 2, arbitrary: record("expect-card", { cardId }) },
    { weight: 1, arbitrary: record("release-card", { cardId }) },
    { weight: 4, arbitrary: record("submit-card", { cardId }) },
    { weight: 6, arbitrary: record("open-debrief", { reason: fc.option(reason) }) },
    {
      weight: 9,
      arbitrary: record("decide", {
        outcome: fc.constantFrom("advance", "advance", "hold", "stop"),
        reasons,
      }),
    },
    {
      weight: 5,
      arbitrary: record("decide-offer", { outcome: fc.constantFrom("offer", "no-offer"), reasons }),
    },
    { weight: 1, arbitrary: record("change-plan", { stages: plan }) },
    { weight: 1, arbitrary: record("place-hold", { reason }) },
    { weight: 1, arbitrary: record("lift-hold", { reason }) },
  ),
  end: fc.constantFrom(...Array.from({ length: 60 }, () => null), "withdraw", "erase"),
})
const steps = fc.array(step, { minLength: 20, maxLength: 120, size: "max" })
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** The command a step means in this state; ids of decisions can only be chosen now. */
function commandOf(given: Step, state: ApplicationState, index: number): StageCommand {
  const newest = state.decisions.findLast((decision) => isInForce(state, decision))
  const named = { none: null, newest: newest?.id ?? null, first: state.decisions[0]?.id ?? null }
  const decision = { decisionId: given.late === 1 ? "d0" : `d${index}`, supersedes: named[given.names] }
  const expectedVersion = given.late === 0 ? state.version - 1 : state.version
  const body = given.end ? { type: given.end } : given.body
  return { ...decision, ...body, by: "ana", expectedVersion } as StageCommand
}

/** The simple model: no events, no versions, mutable, its own words. */
class Model {
  alive: "nobody" | "running" | "out" | "gone" | "erased" = "nobody"
  frozen = false
  decisions = 0

  /** Whether the command could possibly be allowed; the model knows necessary conditions only. */
  mayAllow(command: StageCommand): boolean {
    if (this.alive === "erased") return false
    if (command.type === "submit") return this.alive === "nobody"
    if (this.alive === "nobody") return false
    if (command.type === "erase") return !this.frozen
    if (command.type === "place-hold") return !this.frozen && command.reason.trim() !== ""
    if (command.type === "lift-hold") return this.frozen && command.reason.trim() !== ""
    if (this.alive === "gone") return false
    if (command.type === "request-look" || command.type === "reinstate" || command.type === "uphold") {
      return this.alive === "out"
    }
    if (command.type === "change-plan") return command.stages.length > 0
    if (command.type === "withdraw") return true
    if (this.alive === "out") return false
    if (command.type === "decide" || command.type === "decide-offer") return command.reasons.length > 0
    return true
  }

  follow(command: StageCommand): void {
    if (command.type === "submit") this.alive = command.knockOut ? "out" : "running"
    if (command.type === "reinstate") this.alive = "running"
    if (command.type === "withdraw") this.alive = "gone"
    if (command.type === "erase") this.alive = "erased"
    if (command.type === "erase") this.decisions = 0
    if (command.type === "place-hold") this.frozen = true
    if (command.type === "lift-hold") this.frozen = false
    if (command.type === "decide" || command.type === "decide-offer") this.decisions += 1
  }
}

/** The promises of docs/stage-machine.md, “What can never happen”. */
function holds(
  before: ApplicationState,
  after: ApplicationState,
  command: StageCommand,
  events: StageEvent[],
): void {
  expect(after.version).toBe(before.version + events.length)
  expect(events.length).toBeGreaterThan(0)
  if (after.place.kind === "erased") return
  expect(after.gates.length).toBe(after.stages.length)
  // Decisions only ever grow, untouched, and no two replace the same one.
  expect(after.decisions.slice(0, before.decisions.length)).toEqual(before.decisions)
  const named = after.decisions.flatMap((decision) => decision.supersedes ?? [])
  expect(new Set(named).size).toBe(named.length)
  for (const stage of [null, ...after.stages.keys()]) {
    const chain = after.decisions.filter((decision) => decision.stage === stage)
    expect(chain.filter((decision) => isInForce(after, decision)).length).toBe(chain.length > 0 ? 1 : 0)
    expect(chain.filter((decision) => decision.supersedes === null).length).toBe(chain.length > 0 ? 1 : 0)
  }
  // No gate was passed without a decision to advance.
  const passed = reached(after)
  after.stages.forEach((stage, index) => {
    if (index >= passed || stage.kind === "application" || stage.kind === "offer") return
    expect(decisionInForce(after, index)?.outcome, `gate ${index} of ${after.place.kind}`).toBe("advance")
  })
  // A debrief never opens over a card that is still being written.
  if (after.place.kind === "debrief") {
    const gate = after.gates[after.place.stage]
    const settled = [...(gate?.submitted ?? []), ...(gate?.waived ?? [])]
    expect(new Set(gate?.expected)).toEqual(new Set(settled))
  }
  // The outcome in force is where the application stands.
  if (after.place.kind === "held" || after.place.kind === "stopped") {
    const outcome = after.place.kind === "held" ? "hold" : "stop"
    expect(decisionInForce(after, after.place.stage)?.outcome).toBe(outcome)
  }
  if (command.type !== "decide" && command.type !== "decide-offer") {
    expect(after.decisions.length).toBe(before.decisions.length)
  }
}

/** How many stages must have been passed to be at this place. */
function reached(state: ApplicationState): number {
  if ("stage" in state.place) return state.place.stage
  const { kind } = state.place
  return kind === "deciding-offer" || kind === "offered" || kind === "not-offered" ? state.stages.length : 0
}

describe("the machine under random commands", () => {
  it("keeps every promise of the page and agrees with a simple model", () => {
    const reachedPlaces = new Set<string>()
    fc.assert(
      fc.property(steps, (list) => {
        let state = NEW_APPLICATION
        const model = new Model()
        const log: StageEvent[] = []
        list.forEach((given, index) => {
          const command = commandOf(given, state, index)
          const stale = given.late === 0
          const frozen = JSON.stringify(state)
          const answer = decide(state, command, index)
          expect(JSON.stringify(state)).toBe(frozen)
          expect(decide(state, command, index)).toEqual(answer)
          if (!answer.ok) {
            expect(answer.problem.sentence.length).toBeGreaterThan(20)
            if (stale) expect(answer.problem.id).toBe("stale-version")
            return
          }
          expect(stale).toBe(false)
          expect(model.mayAllow(command), `${command.type} while ${model.alive}`).toBe(true)
          model.follow(command)
          const next = answer.events.reduce(evolve, state)
          holds(state, next, command, answer.events)
          expect(next.decisions.length).toBe(model.decisions)
          expect(next.legalHold !== null).toBe(model.frozen && model.alive !== "erased")
          log.push(...answer.events)
          state = next
          reachedPlaces.add(state.place.kind)
        })
        expect(replay(log)).toEqual(state)
        expect(replay(JSON.parse(JSON.stringify(log)) as StageEvent[])).toEqual(state)
      }),
      { numRuns: 1500, seed: 20261 },
    )
    // A property that never gets anywhere proves nothing.
    expect(reachedPlaces.size).toBe(10)
  })

  it("can always be erased, unless there is nothing to erase or a hold stands", () => {
    fc.assert(
      fc.property(steps, (list) => {
        let state = NEW_APPLICATION
        for (const [index, given] of list.entries()) {
          const answer = decide(state, commandOf(given, state, index), index)
          if (answer.ok) state = answer.events.reduce(evolve, state)
        }
        const erase = decide(state, { type: "erase", by: "owner", expectedVersion: state.version }, 99)
        const free = state.legalHold === null && state.place.kind !== "new" && state.place.kind !== "erased"
        expect(erase.ok).toBe(free)
      }),
      { numRuns: 500, seed: 20262 },
    )
  })
})
