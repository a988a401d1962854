import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Competency, Exercise, Kit, Question } from "../kit/schema.ts"
import { planChanges } from "./changes.ts"
import { checkPlan, plannedMinutes, ratersByCompetency } from "./check.ts"
import { planFromKit } from "./from-kit.ts"
import { Plan } from "./plan.ts"

const anchors = { 1: "a", 2: "b", 3: "c", 4: "d", 5: "e" }
const indicators = { positive: [], negative: [] }
const levels = { expected: "x", why: "y" }

const competency = (id: string, weight: number): Competency => ({
  id,
  title: id.toUpperCase(),
  discipline: "d",
  kind: "competency",
  definition: "…",
  weight,
})
const question = (id: string, of: string, audience: Question["audience"] = "panel"): Question => ({
  id,
  kind: "competency",
  audience,
  competency: of,
  title: `About ${id}`,
  purpose: "…",
  minutes: 10,
  question: "…?",
  probes: [],
  expectations: { junior: levels, mid: levels, senior: levels, principal: levels },
  indicators,
  anchors,
  samples: [],
})
const exercise: Exercise = {
  id: "design",
  type: "system-design",
  audience: "both",
  title: "Draw it",
  competencies: ["stream", "model"],
  minutes: 30,
  preparationMinutes: 0,
  brief: "…",
  submission: "notes",
  aiUse: "not-allowed",
  judgedOn: ["…"],
  indicators,
  anchors,
}
const KIT: Kit = {
  format: "backfill-kit/1",
  id: "kit",
  version: "1.0.0",
  title: "Kit",
  role: "Engineer",
  language: "en",
  disciplines: [{ id: "d", title: "D" }],
  competencies: [competency("stream", 60), competency("model", 40)],
  questions: [
    question("late", "stream"),
    question("shape", "model", "both"),
    question("home", "model", "practice"),
  ],
  exercises: [exercise],
  form: { introduction: "…", fields: [], coverLetter: "off" },
  resumeCriteria: [],
  rounds: [
    {
      id: "deep",
      title: "Deep dive",
      summary: "Talk",
      minutes: 30,
      opening: 3,
      closing: 5,
      runBy: "an engineer",
      items: [{ question: "late" }, { question: "shape" }, { question: "home" }, { question: "gone" }],
    },
    {
      id: "studio",
      title: "Studio",
      summary: "Draw",
      minutes: 45,
      opening: 5,
      closing: 5,
      runBy: "two engineers",
      items: [{ exercise: "design" }],
    },
  ],
  stages: [
    { id: "apply", title: "Application", kind: "application", summary: "Form", judgedOn: [], rounds: [] },
    {
      id: "core",
      title: "Core",
      kind: "interviews",
      summary: "Talks",
      judgedOn: ["…"],
      rounds: ["deep", "studio"],
    },
    { id: "offer", title: "Offer", kind: "offer", summary: "Offer", judgedOn: [], rounds: [] },
  ],
  guides: {},
  digest: "0",
}

const base = planFromKit(KIT, "senior")
/** The base plan with two interviewers in every round: nothing to warn about. */
function staffed(): Plan {
  const plan = structuredClone(base)
  for (const round of plan.stages.flatMap((stage) => stage.rounds)) round.interviewers = ["ana", "bo"]
  return plan
}
function changed(change: (plan: Plan) => void): Plan {
  const plan = staffed()
  change(plan)
  return plan
}
const round = (plan: Plan, index: number) => {
  const found = plan.stages[1]?.rounds[index]
  if (!found) throw new Error("no such round in the fixture")
  return found
}
const codes = (plan: Plan): string[] => checkPlan(plan, KIT).map((warning) => warning.code)

describe("planFromKit", () => {
  it("takes stages, rounds, items and weights in the kit's order", () => {
    expect(base.stages.map((stage) => stage.id)).toEqual(["apply", "core", "offer"])
    expect(base.stages[1]?.rounds.map((held) => held.id)).toEqual(["deep", "studio"])
    expect(round(base, 1).items).toEqual([
      { kind: "exercise", id: "design", title: "Draw it", competencies: ["stream", "model"], minutes: 30 },
    ])
    expect(base.weights).toEqual({ stream: 60, model: 40 })
    expect(base.level).toBe("senior")
  })

  it("leaves out practice-only and unknown items", () => {
    expect(round(base, 0).items.map((item) => item.id)).toEqual(["late", "shape"])
  })

  it("fits its own schema and survives JSON", () => {
    expect(Plan.parse(JSON.parse(JSON.stringify(base)))).toEqual(base)
    expect(Plan.safeParse({ ...base, minutesMode: "x" }).success).toBe(false)
  })
})

describe("checkPlan", () => {
  it("is quiet about a sound plan", () => {
    expect(checkPlan(staffed(), KIT)).toEqual([])
  })

  it("asks for interviewers and two raters a competency", () => {
    const warnings = checkPlan(base, KIT)
    expect(warnings.map((warning) => warning.code)).toEqual([
      "no-interviewer",
      "no-interviewer",
      "few-raters",
      "few-raters",
    ])
    const one = changed((plan) => {
      for (const held of plan.stages.flatMap((stage) => stage.rounds)) held.interviewers = ["ana"]
    })
    expect(checkPlan(one, KIT)[0]).toMatchObject({ code: "few-raters", competencyId: "stream" })
    expect(checkPlan(one, KIT)[0]?.message).toContain("one rater")
  })

  it("counts a person once however many rounds they run", () => {
    const plan = changed((draft) => {
      round(draft, 0).interviewers = ["ana", "ana"]
      round(draft, 1).interviewers = ["ana"]
    })
    expect(ratersByCompetency(plan).get("stream")).toEqual(["ana"])
    expect(codes(plan)).toEqual(["repeated-interviewer", "few-raters", "few-raters"])
  })

  it("measures a round against its slot, opening and closing included", () => {
    expect(plannedMinutes(round(base, 0))).toBe(28)
    const tight = changed((plan) => void (round(plan, 0).minutes = 27))
    expect(checkPlan(tight, KIT)[0]).toMatchObject({ code: "round-too-long", roundId: "deep" })
    expect(checkPlan(tight, KIT)[0]?.message).toContain("needs 28 minutes and its slot has 27")
    expect(codes(changed((plan) => void (round(plan, 0).minutes = 28)))).toEqual([])
  })

  it("adds up the weights, forgiving rounded thirds", () => {
    expect(codes(changed((plan) => void (plan.weights["stream"] = 50)))).toEqual(["weights-not-100"])
    expect(codes(changed((plan) => void (plan.weights["stream"] = 59.99)))).toEqual([])
  })

  it("finds stages and rounds with nothing in them", () => {
    expect(codes(changed((plan) => void (plan.stages[1] = { ...plan.stages[1]!, rounds: [] })))).toEqual([
      "stage-without-round",
      "never-asked",
      "never-asked",
    ])
    expect(codes(changed((plan) => void (round(plan, 0).items = [])))).toEqual(["empty-round"])
  })

  it("finds items and competencies the kit lacks, and practice-only ones", () => {
    const plan = changed((draft) => {
      round(draft, 0).items[0] = {
        kind: "question",
        id: "gone",
        title: "Gone",
        competencies: ["ghost"],
        minutes: 5,
      }
      round(draft, 0).items[1] = {
        kind: "question",
        id: "home",
        title: "Home",
        competencies: ["model"],
        minutes: 5,
      }
    })
    const warnings = checkPlan(plan, KIT)
    expect(warnings.map((warning) => warning.code)).toEqual([
      "unknown-item",
      "unknown-item",
      "unknown-competency",
    ])
    expect(warnings[1]?.message).toContain("practice only")
  })

  it("finds what stands in it twice", () => {
    const twice = changed((plan) => {
      round(plan, 1).items.push(...round(plan, 0).items.slice(0, 1))
      round(plan, 1).minutes = 60
    })
    expect(codes(twice)).toEqual(["repeated-id"])
  })
})

describe("planChanges", () => {
  const words = (change: (plan: Plan) => void): string[] =>
    planChanges(staffed(), changed(change), (id) => id.toUpperCase())

  it("says nothing about equal plans", () => {
    expect(planChanges(base, structuredClone(base))).toEqual([])
  })

  it("puts every kind of change into a sentence", () => {
    expect(words((plan) => void (plan.level = "mid"))).toEqual(["Level: senior became mid."])
    expect(words((plan) => void (plan.weights["stream"] = 55))).toEqual([
      "Weight of STREAM: 60 % became 55 %.",
    ])
    expect(words((plan) => void delete plan.weights["model"])).toEqual(["Weight of MODEL: 40 % became none."])
    expect(words((plan) => void plan.stages.pop())).toEqual(["Stage removed: Offer."])
    expect(words((plan) => void plan.stages.reverse())).toEqual([
      "Stages now in this order: Offer, Core, Application.",
    ])
    expect(words((plan) => void (round(plan, 0).minutes = 60))).toEqual([
      "Deep dive: slot of 30 became 60 minutes.",
    ])
    expect(words((plan) => void (round(plan, 0).interviewers = ["bo", "cy"]))).toEqual([
      "Deep dive: CY will interview.",
      "Deep dive: ANA will no longer interview.",
    ])
    expect(words((plan) => void (round(plan, 0).title = "Long talk"))).toEqual([
      "Round Deep dive is now called Long talk.",
    ])
    expect(words((plan) => void round(plan, 0).items.pop())).toEqual([
      "Deep dive: item removed: About shape.",
    ])
    expect(words((plan) => void (round(plan, 0).items[0]!.minutes = 12))).toEqual([
      "Deep dive: About late went from 10 to 12 minutes.",
    ])
    expect(words((plan) => void plan.stages[2]!.rounds.push(plan.stages[1]!.rounds.pop()!))).toEqual([
      "Studio moved from Core to Offer.",
    ])
  })

  it("misses no change of any field", () => {
    const paths = leaves(base, [])
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const other = structuredClone(base)
        alter(other, path)
        expect(planChanges(base, other).length, path.join(".")).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})

function leaves(value: unknown, path: string[]): string[][] {
  if (typeof value !== "object" || value === null) return [path]
  return Object.entries(value).flatMap(([key, held]) => leaves(held, [...path, key]))
}
function alter(target: object, path: string[]): void {
  const [key, ...rest] = path
  if (key === undefined) return
  const record = target as Record<string, unknown>
  const held = record[key]
  if (rest.length > 0) alter(held as object, rest)
  else record[key] = typeof held === "number" ? held + 1 : `${String(held)} altered`
}
