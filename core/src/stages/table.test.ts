import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { decide } from "./decide.ts"
import { STAGE_PROBLEM_IDS } from "./problems.ts"
import {
  after,
  COMMAND_TYPES,
  expectCard,
  give,
  IN_STATE,
  rule,
  ruleOffer,
  STAGES,
  submit,
} from "./scenario.test-data.ts"
import type { Body } from "./scenario.test-data.ts"
import { isInForce } from "./state.ts"
import type { ApplicationState, StagePlaceKind } from "./state.ts"

const page = readFileSync(new URL("../../../docs/stage-machine.md", import.meta.url), "utf8")
const cells = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim())
const table = page
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map(cells)
const headAt = table.findIndex((row) => row[0] === "command")
const states = (table[headAt]?.slice(1) ?? []) as StagePlaceKind[]
const rows = table.slice(headAt + 2)

function bodyFor(command: string, state: ApplicationState): Body {
  const onOffer = command.startsWith("decide-offer")
  const newest = state.decisions.findLast(
    (decision) => isInForce(state, decision) && (decision.stage === null) === onOffer,
  )
  switch (command) {
    case "submit":
      return submit
    case "reinstate":
    case "uphold":
    case "place-hold":
    case "lift-hold":
      return { type: command, reason: "Checked the papers." }
    case "expect-card":
      return expectCard("another")
    case "release-card":
    case "submit-card":
      return { type: command, cardId: state.place.kind === "held" ? "c" : "b" }
    case "open-debrief":
      return { type: command, reason: "B fell ill" }
    case "decide":
      return rule("next", "advance")
    case "decide again": {
      const outcome = newest?.outcome === "advance" ? "stop" : "advance"
      return rule("next", outcome, newest?.id ?? "none")
    }
    case "decide-offer":
      return ruleOffer("next", "offer")
    case "decide-offer again":
      return ruleOffer("next", newest?.outcome === "offer" ? "no-offer" : "offer", newest?.id ?? "none")
    case "change-plan":
      return {
        type: command,
        stages: [...STAGES.slice(0, 3), { id: "extra", kind: "interviews" }, ...STAGES.slice(3)],
      }
    case "request-look":
    case "withdraw":
    case "erase":
      return { type: command }
    default:
      throw new Error(`the page has a command no test knows: ${command}`)
  }
}

describe("the table of docs/stage-machine.md", () => {
  it("names every state and every command", () => {
    expect(new Set(states)).toEqual(new Set(Object.keys(IN_STATE)))
    expect(new Set(rows.map((row) => row[0]?.replace(" again", "")))).toEqual(new Set(COMMAND_TYPES))
    expect(rows.flat().length).toBe(17 * 12)
  })

  for (const [command = "", ...answers] of rows) {
    it(`${command} is answered as written in every state`, () => {
      answers.forEach((expected, column) => {
        const kind = states[column] ?? "new"
        const waitsForCard = kind === "held" && command.endsWith("-card") && command !== "expect-card"
        const state = after(waitsForCard ? [...IN_STATE.held, expectCard("c")] : IN_STATE[kind])
        expect(state.place.kind).toBe(kind)
        const answer = decide(state, give(state, bodyFor(command, state)), 1)
        expect(answer.ok ? "yes" : answer.problem.id, `${command} in ${kind}`).toBe(expected)
      })
    })
  }

  it("has a sentence that ends as one for every problem", () => {
    expect(STAGE_PROBLEM_IDS.length).toBeGreaterThan(25)
    const state = after(IN_STATE.withdrawn)
    const answer = decide(state, give(state, { type: "withdraw" }), 1)
    expect(!answer.ok && answer.problem.sentence).toMatch(/^The candidate withdrew\. .+\.$/)
  })
})
