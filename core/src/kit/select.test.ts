import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readKit } from "./read.ts"
import { Exercise as ExerciseSchema, type Exercise, type Kit, TYPE_PARTS } from "./schema.ts"
import {
  candidateCodingOf,
  competencyById,
  exerciseById,
  forAudience,
  panelPartOf,
  questionById,
  recordingRules,
  roundById,
  roundItems,
  withoutPanelParts,
} from "./select.ts"
import { edit, FIXTURE_PATHS, type Change } from "./test-kit.ts"

function fixtureKit(change: Change = (files) => files): Kit {
  const { kit } = readKit(
    change(
      FIXTURE_PATHS.map((path) => ({
        path,
        bytes: new Uint8Array(readFileSync(new URL(`../../../kits/fixture/${path}`, import.meta.url))),
        kind: "file",
      })),
    ),
  )
  if (!kit) throw new Error("The fixture kit has errors")
  return kit
}

describe("forAudience", () => {
  it("shows practice nothing of a panel-only item, wherever it is mentioned, and no panel guide", () => {
    const seen = forAudience(fixtureKit(), "practice")
    expect(JSON.stringify(seen)).not.toContain("rerun-a-load")
    expect(JSON.stringify(seen)).not.toContain("panelGuide")
    expect(JSON.stringify(seen)).not.toMatch(/referenceDesign|deepDives|runbook|stakeholders/)
    expect(seen.exercises.map(({ id }) => id)).toEqual(["late-orders", "replay-drill"])
  })

  it("shows a panel nothing of practice-only items", () => {
    const seen = forAudience(fixtureKit(), "panel")
    expect(JSON.stringify(seen)).not.toContain("replay-drill")
    expect(seen.questions).toHaveLength(3)
    expect(exerciseById(seen, "late-orders")?.panelGuide).toContain("thirty days")
  })

  it("drops a round that has nothing left to ask, also from its stage, and leaves the kit as it was", () => {
    const kit = fixtureKit(edit("questions/stayed-with-it.yaml", "audience: both", "audience: panel"))
    const before = structuredClone(kit)
    const seen = forAudience(kit, "practice")
    expect(seen.rounds.map(({ id }) => id)).toEqual(["engineering-talk"])
    expect(seen.stages.map(({ rounds }) => rounds)).toEqual([[], [], ["engineering-talk"], []])
    expect(kit).toEqual(before)
  })
})

describe("an exercise without its panel's parts", () => {
  const kept = {
    id: "any",
    type: "work-simulation",
    audience: "both",
    title: "Any",
    competencies: ["one"],
    minutes: 35,
    preparationMinutes: 0,
    brief: "Do it.",
    submission: "none",
    aiUse: "not-allowed",
    judgedOn: ["That it is done"],
    indicators: { positive: [], negative: [] },
    anchors: { 1: "a", 2: "b", 3: "c", 4: "d", 5: "e" },
  } as const satisfies Partial<Exercise>

  it("keeps what the candidate works with and nothing else", () => {
    const secret = { secret: true }
    const parts = ["simulation", "design", "drill"].map((part) => [part, secret])
    const coding = { form: "with-ai", language: "Python", starter: "def f(): ...", suppliedDraft: "secret" }
    const whole = {
      ...kept,
      ...Object.fromEntries(parts),
      panelGuide: "secret",
      coding,
    } as unknown as Exercise
    expect(withoutPanelParts(whole)).toEqual({
      ...kept,
      coding: { form: "with-ai", language: "Python", starter: "def f(): ..." },
    })
  })

  it("knows every field of the schema: a new one has to be placed on one side", () => {
    const forThePanel = ["panelGuide", "simulation", "design", "drill"]
    const forBoth = [...Object.keys(kept), "preparation", "coding", "recording"]
    expect(Object.keys(ExerciseSchema.shape).sort()).toEqual([...forThePanel, ...forBoth].sort())
  })
})

describe("what an exercise's type brings", () => {
  const parts = {
    simulation: { secret: "simulation" },
    design: { secret: "design" },
    drill: { secret: "drill" },
    coding: { form: "with-ai", pairedWith: "other", language: "SQL", suppliedDraft: "secret" },
  }
  const of = (type: Exercise["type"], given: object = parts) => ({ type, ...given }) as unknown as Exercise

  // What may be recorded is for the candidate as well, and no part of the panel's page.
  const panelParts = Object.entries(TYPE_PARTS).filter(([kind]) => kind !== "recording")
  it.each(panelParts)("is the %s for its panel, of that type alone", (kind, type) => {
    expect(panelPartOf(of(type))).toEqual({ kind, [kind]: parts[kind as keyof typeof parts] })
    expect(panelPartOf(of(type, { ...parts, [kind]: undefined }))).toBeUndefined()
    expect(panelPartOf(of("presentation"))).toBeUndefined()
  })

  it("is nothing to a candidate but the language and the code to start from", () => {
    expect(candidateCodingOf(of("coding-test"))).toEqual({ language: "SQL", starter: null })
    const coding = { ...parts.coding, starter: "select 1" }
    expect(candidateCodingOf(of("coding-test", { coding }))).toEqual({
      language: "SQL",
      starter: "select 1",
    })
    expect(candidateCodingOf(of("coding-test", {}))).toBeUndefined()
  })
})

describe("looking up", () => {
  it("finds things by id, and nothing for an id that isn't there", () => {
    const kit = fixtureKit()
    expect(questionById(kit, "rerun-a-load")?.minutes).toBe(15)
    expect(exerciseById(kit, "late-orders")?.type).toBe("system-design")
    expect(competencyById(kit, "ownership")?.kind).toBe("attitude")
    expect(roundById(kit, "first-talk")?.closing).toBe(5)
    expect(
      [questionById, exerciseById, competencyById, roundById].map((find) => find(kit, "constructor")),
    ).toEqual(Array(4).fill(undefined))
  })

  it("gives a round's items in the order they are asked", () => {
    const kit = fixtureKit()
    const round = roundById(kit, "engineering-talk")
    const items = round ? roundItems(kit, round) : []
    expect(items.map((item) => (item.kind === "question" ? item.question.id : item.exercise.id))).toEqual([
      "rerun-a-load",
      "grain-of-a-table",
      "late-orders",
    ])
  })
})

describe("what may be recorded for a video response", () => {
  const [exercise] = fixtureKit().exercises
  it("is two minutes and ten takes where the kit says nothing", () =>
    expect(exercise && recordingRules(exercise)).toEqual({ seconds: 120, takes: 10 }))
  it("is what the kit says, filled up", () =>
    expect(exercise && recordingRules({ ...exercise, recording: { seconds: 60, takes: 2 } })).toEqual({
      seconds: 60,
      takes: 2,
    }))
})
