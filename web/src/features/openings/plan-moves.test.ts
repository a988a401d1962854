import type { Plan, PlanRound } from "@backfill/core"
import { expect, test } from "vitest"
import {
  addItem,
  moved,
  moveItem,
  moveRound,
  notAsked,
  numberedRounds,
  removeItem,
  removeRound,
  weightTotal,
} from "./plan-moves.ts"

const item = (id: string) => ({ kind: "question" as const, id, title: id, competencies: ["c"], minutes: 5 })
const round = (id: string, items: string[]): PlanRound => ({
  id,
  title: id,
  summary: id,
  minutes: 30,
  opening: 3,
  closing: 5,
  runBy: "anyone",
  interviewers: [],
  items: items.map(item),
})
const plan: Plan = {
  level: "mid",
  stages: [
    { id: "screen", title: "Screen", kind: "screen", summary: "s", judgedOn: [], rounds: [] },
    {
      id: "talks",
      title: "Talks",
      kind: "interviews",
      summary: "t",
      judgedOn: [],
      rounds: [round("r1", ["a", "b"]), round("r2", ["c"])],
    },
  ],
  weights: { c: 33.33, d: 33.33, e: 33.34 },
}
const ids = (of: Plan) =>
  of.stages.flatMap(({ rounds }) => rounds.map((r) => `${r.id}:${r.items.map((i) => i.id).join(",")}`))

test("moving stops at both ends and loses nothing", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"])
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"])
  expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"])
  expect(moved(["a"], 7, -1)).toEqual(["a"])
})

test("items move, leave and come within their own round only", () => {
  expect(ids(moveItem(plan, "r1", 1, -1))).toEqual(["r1:b,a", "r2:c"])
  expect(ids(removeItem(plan, "r1", 0))).toEqual(["r1:b", "r2:c"])
  expect(ids(addItem(plan, "r2", { ...item("d"), type: "competency" }))).toEqual(["r1:a,b", "r2:c,d"])
  expect(ids(plan)).toEqual(["r1:a,b", "r2:c"])
})

test("rounds move and leave within their stage, and are numbered through the plan", () => {
  expect(ids(moveRound(plan, "talks", 0, 1))).toEqual(["r2:c", "r1:a,b"])
  expect(ids(removeRound(plan, "talks", "r1"))).toEqual(["r2:c"])
  expect(numberedRounds(plan).map(({ number, round: { id } }) => `${number} ${id}`)).toEqual(["1 r1", "2 r2"])
})

test("only what isn't asked yet is offered", () => {
  const all = ["a", "d"].map((id) => ({ ...item(id), type: "competency" }))
  expect(notAsked(plan, all).map(({ id }) => id)).toEqual(["d"])
})

test("thirds with two decimals add up to a hundred", () => {
  expect(weightTotal(plan)).toBe(100)
})
