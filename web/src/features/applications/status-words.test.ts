import type { Application, Gate } from "@backfill/contract"
import { expect, test } from "vitest"
import { andList, awaitedSentence, currentGate } from "./status-words.ts"

const gate = (part: Partial<Gate>): Gate => ({
  stageIndex: 1,
  title: "Résumé screen",
  kind: "screen",
  state: "collecting",
  interviews: [],
  roundsToSchedule: [],
  awaited: [],
  decision: null,
  ...part,
})
const at = (status: Application["status"], part: Partial<Gate> = {}) =>
  ({
    status,
    stageIndex: 1,
    gates: [gate({ stageIndex: 0, title: "Application" }), gate(part)],
  }) as unknown as Application
const person = (name: string) => ({ person: { id: name, name }, what: "card" })

test("names are joined as people say them", () => {
  expect([[], ["Ada"], ["Ada", "Bo"], ["Ada", "Bo", "Cy"]].map(andList)).toEqual([
    "",
    "Ada",
    "Ada and Bo",
    "Ada, Bo and Cy",
  ])
})

test("an ended application awaits nobody and stands at no gate", () => {
  expect(awaitedSentence(at("withdrawn")).what).toBe("Withdrawn by the candidate. Nobody is awaited.")
  expect(currentGate(at("stopped"))).toBeUndefined()
  expect(currentGate(at("in-stage"))?.title).toBe("Résumé screen")
})

test("somebody with two cards is awaited once", () => {
  const { what, who } = awaitedSentence(
    at("in-stage", { awaited: [person("Ada"), person("Ada"), person("Bo")] }),
  )
  expect(what).toBe("Résumé screen: waits for Ada and Bo.")
  expect(who).toEqual(["Ada", "Bo"])
})

test("scheduling comes before waiting, an open debrief before both", () => {
  const roundsToSchedule = [{ roundId: "r", title: "Deep dive", minutes: 60, interviewers: [] }]
  expect(awaitedSentence(at("in-stage", { roundsToSchedule, awaited: [person("Ada")] })).what).toBe(
    "To schedule: Deep dive.",
  )
  expect(awaitedSentence(at("in-stage", { state: "ready" })).what).toContain("the debrief can open")
  expect(awaitedSentence(at("in-stage", { state: "debrief" })).what).toContain("waits for the decision")
})
