import { describe, expect, it } from "vitest"
import { awaited } from "./awaited.ts"
import { decide } from "./decide.ts"
import { evolve } from "./evolve.ts"
import {
  after,
  expectCard,
  give,
  IN_STATE,
  openDebrief,
  REASONS,
  rule,
  ruleOffer,
  STAGES,
  submit,
  submitCard,
} from "./scenario.test-data.ts"
import type { Body } from "./scenario.test-data.ts"
import { decisionInForce } from "./state.ts"
import type { ApplicationState } from "./state.ts"

const refusal = (state: ApplicationState, body: Body): string => {
  const answer = decide(state, give(state, body), 1)
  return answer.ok ? "allowed" : answer.problem.id
}

describe("submitting", () => {
  it("passes application stages and begins the first other one", () => {
    expect(after([submit]).place).toEqual({ kind: "collecting", stage: 1 })
  })

  it("goes straight to the offer when no stage collects", () => {
    expect(after([{ type: "submit", stages: [STAGES[0]!, STAGES[3]!], knockOut: null }]).place.kind).toBe(
      "deciding-offer",
    )
  })

  it("needs a plan whose stages are distinct", () => {
    expect(refusal(after([]), { type: "submit", stages: [], knockOut: null })).toBe("no-stages")
    expect(refusal(after([]), { type: "submit", stages: [STAGES[1]!, STAGES[1]!], knockOut: null })).toBe(
      "repeated-stage",
    )
  })
})

describe("two people at once", () => {
  it("lets the first through and tells the second", () => {
    const state = after(IN_STATE.debrief)
    const first = decide(state, { ...rule("x", "advance"), by: "ana", expectedVersion: state.version }, 5)
    const moved = first.ok ? first.events.reduce(evolve, state) : state
    const second = decide(moved, { ...rule("y", "stop"), by: "bo", expectedVersion: state.version }, 6)
    expect(second).toMatchObject({ ok: false, problem: { id: "stale-version" } })
    expect(decisionInForce(moved, 2)).toMatchObject({ id: "x", by: "ana", at: 5 })
  })
})

describe("a knock-out", () => {
  const out = after(IN_STATE.disqualified)

  it("can be looked at again once, and upheld", () => {
    const asked = after([{ type: "request-look" }], out)
    expect(refusal(asked, { type: "request-look" })).toBe("look-requested")
    expect(refusal(asked, { type: "uphold", reason: "  " })).toBe("reason-needed")
    const upheld = after([{ type: "uphold", reason: "The rule is the law's." }], asked)
    expect(upheld).toMatchObject({ place: { kind: "disqualified" }, knockOut: { look: "upheld" } })
    expect(refusal(upheld, { type: "request-look" })).toBe("look-upheld")
  })

  it("can be reinstated, asked or not, and begins like any other", () => {
    const back = after([{ type: "reinstate", reason: "The permit is on its way." }], out)
    expect(back.place).toEqual({ kind: "collecting", stage: 1 })
    expect(refusal(back, { type: "reinstate", reason: "again" })).toBe("not-disqualified")
  })
})

describe("cards", () => {
  const two = after([submit, expectCard("a"), expectCard("b")])

  it("hold the debrief back until all are in", () => {
    expect(refusal(two, openDebrief())).toBe("cards-outstanding")
    expect(refusal(two, openDebrief(" "))).toBe("cards-outstanding")
    expect(after([submitCard("a"), submitCard("b"), openDebrief()], two).place.kind).toBe("debrief")
  })

  it("are waived with a reason, and then stay out", () => {
    const open = after([submitCard("a"), openDebrief("B fell ill")], two)
    expect(open.gates[1]).toMatchObject({ submitted: ["a"], waived: ["b"] })
    const held = after([rule("h", "hold")], open)
    for (const type of ["submit-card", "expect-card", "release-card"] as const) {
      expect(refusal(held, { type, cardId: "b" })).toBe("debrief-open")
    }
  })

  it("must be at least one, unless a reason says why not", () => {
    expect(refusal(after([submit]), openDebrief())).toBe("no-cards")
    expect(after([submit, openDebrief("Known from last year")]).place.kind).toBe("debrief")
  })

  it("are asked for once, sent once, and never taken back", () => {
    expect(refusal(two, expectCard("a"))).toBe("card-expected")
    expect(refusal(two, submitCard("z"))).toBe("unknown-card")
    const one = after([submitCard("a")], two)
    expect(refusal(one, submitCard("a"))).toBe("card-submitted")
    expect(refusal(one, { type: "release-card", cardId: "a" })).toBe("card-submitted")
    expect(after([{ type: "release-card", cardId: "b" }, openDebrief()], one).place.kind).toBe("debrief")
  })

  it("may be added while held, and the next decision waits for them", () => {
    const held = after([expectCard("c")], after(IN_STATE.held))
    expect(refusal(held, rule("next", "advance", "d2"))).toBe("cards-outstanding")
    expect(after([submitCard("c"), rule("next", "advance", "d2")], held).place.kind).toBe("deciding-offer")
  })
})

describe("decisions", () => {
  it("need a reason with its criterion and an id of their own", () => {
    const open = after(IN_STATE.debrief)
    const bare: Body = { type: "decide", decisionId: "n", outcome: "stop", reasons: [], supersedes: null }
    expect(refusal(open, bare)).toBe("reasons-needed")
    expect(refusal(open, { ...bare, reasons: [{ criterion: "streaming", text: " " }] })).toBe(
      "reasons-needed",
    )
    expect(refusal(open, rule("d1", "stop"))).toBe("decision-exists")
  })

  it("stay as they were when superseded", () => {
    const stopped = after(IN_STATE.stopped)
    const back = after([rule("d3", "advance", "d2")], stopped)
    expect(back.decisions.slice(0, 2)).toEqual(stopped.decisions)
    expect(decisionInForce(back, 2)).toMatchObject({ id: "d3", supersedes: "d2", reasons: REASONS })
    expect(refusal(back, rule("d4", "stop", "d2"))).toBe("already-superseded")
    expect(refusal(back, rule("d4", "stop", "nope"))).toBe("unknown-decision")
  })

  it("to advance can be turned back until a card is in, and expected cards are kept", () => {
    const next = after([submit, openDebrief("quick"), rule("d1", "advance"), expectCard("a")])
    const held = after([rule("d2", "hold", "d1")], next)
    expect(held.place).toEqual({ kind: "held", stage: 1 })
    expect(after([rule("d3", "advance", "d2")], held).gates[2]?.expected).toEqual(["a"])
    expect(refusal(after([submitCard("a")], next), rule("d2", "hold", "d1"))).toBe("later-activity")
  })

  it("with the same outcome correct reasons and move nobody, late as well", () => {
    const offered = after(IN_STATE.offered)
    const corrected = after([rule("d9", "advance", "d1")], offered)
    expect(corrected.place).toEqual(offered.place)
    expect(corrected.since).toBe(offered.since)
    expect(decisionInForce(corrected, 1)?.id).toBe("d9")
  })

  it("on the offer can be superseded, but not by naming a stage's decision", () => {
    const offered = after(IN_STATE.offered)
    expect(after([ruleOffer("o2", "no-offer", "o1")], offered).place.kind).toBe("not-offered")
    expect(refusal(offered, ruleOffer("o2", "no-offer", "d2"))).toBe("unknown-decision")
    expect(refusal(offered, rule("o2", "stop", "o1"))).toBe("unknown-decision")
  })
})

describe("a changed plan", () => {
  const extra = { id: "extra", kind: "interviews" } as const

  it("keeps the past and the cards already expected", () => {
    const state = after(IN_STATE.collecting)
    expect(refusal(state, { type: "change-plan", stages: STAGES.slice(2) })).toBe("plan-rewrites-past")
    const longer = after([{ type: "change-plan", stages: [...STAGES.slice(0, 3), extra, STAGES[3]!] }], state)
    expect(longer.gates.map((gate) => gate.expected)).toEqual([[], ["s1"], ["a", "b"], [], []])
    expect(after([openDebrief("ill"), rule("d2", "advance")], longer).place).toEqual({
      kind: "collecting",
      stage: 3,
    })
  })

  it("sends a candidate before the offer into a stage added behind the last gate", () => {
    const state = after(IN_STATE["deciding-offer"])
    const longer = after([{ type: "change-plan", stages: [...STAGES.slice(0, 3), extra, STAGES[3]!] }], state)
    expect(longer.place).toEqual({ kind: "collecting", stage: 3 })
    expect(after([{ type: "change-plan", stages: STAGES.slice(0, 3) }], state).place.kind).toBe(
      "deciding-offer",
    )
  })
})

describe("legal hold and erasure", () => {
  it("a hold blocks erasure until it is lifted", () => {
    const held = after([{ type: "place-hold", reason: "A claim" }], after(IN_STATE.withdrawn))
    expect(refusal(held, { type: "erase" })).toBe("legal-hold")
    expect(refusal(held, { type: "place-hold", reason: "Two" })).toBe("hold-exists")
    expect(refusal(held, { type: "lift-hold", reason: "" })).toBe("reason-needed")
    const freed = after([{ type: "lift-hold", reason: "Settled" }, { type: "erase" }], held)
    expect(freed.place.kind).toBe("erased")
  })

  it("an erased application remembers only that it was", () => {
    const gone = after([{ type: "erase" }], after(IN_STATE.offered))
    expect(gone).toMatchObject({ stages: [], gates: [], decisions: [], knockOut: null, legalHold: null })
    expect(JSON.stringify(gone)).not.toContain("streaming")
  })
})

describe("awaited", () => {
  const minutes = (n: number): number => n * 60_000

  it("says what the board shows, and since when", () => {
    expect(awaited(after([]))).toEqual({ what: "nothing" })
    expect(awaited(after([submit]))).toEqual({ what: "panel", since: minutes(1) })
    expect(awaited(after(IN_STATE.collecting))).toMatchObject({ what: "cards", cardIds: ["b"] })
    const both = after([submitCard("b")], after(IN_STATE.collecting))
    expect(awaited(both)).toEqual({ what: "debrief", since: both.gates[2]?.changedAt })
    expect(awaited(after(IN_STATE.debrief)).what).toBe("decision")
    expect(awaited(after(IN_STATE.held)).what).toBe("decision")
    expect(awaited(after([expectCard("c")], after(IN_STATE.held))).what).toBe("cards")
    expect(awaited(after(IN_STATE["deciding-offer"])).what).toBe("offer")
    expect(awaited(after(IN_STATE.offered)).what).toBe("candidate")
    expect(awaited(after(IN_STATE.disqualified))).toEqual({ what: "nothing" })
    const asked = after([{ type: "request-look" }], after(IN_STATE.disqualified))
    expect(awaited(asked)).toEqual({ what: "human-look", since: asked.since })
    for (const kind of ["stopped", "not-offered", "withdrawn", "erased"] as const) {
      expect(awaited(after(IN_STATE[kind])).what).toBe("nothing")
    }
  })
})
