import { expect, test } from "vitest"
import { nextStep, type PracticeFacts, type Rehearsal, type RehearsedQuestion } from "./next-step.ts"

const question = (id: string, times: number) => ({ id, kitId: "k", times })
const attempt = (itemId: string, startedAt: string, finishedAt: string | null) => ({
  kitId: "k",
  itemId,
  startedAt,
  finishedAt,
})
type Facts = PracticeFacts<RehearsedQuestion, Rehearsal, string>
const facts = (some: Partial<Facts>): Facts => ({
  questions: [question("a", 1), question("b", 1), question("c", 2)],
  attempts: [],
  triesToday: 0,
  technical: "windows",
  todays: undefined,
  stories: null,
  plan: { state: "none" },
  ...some,
})
const done = attempt("a", "2026-01-01T00:00:00Z", "2026-01-01T00:08:00Z")

test("on the day itself nothing is begun, not even what was left open", () => {
  const open = attempt("a", "2026-01-02T00:00:00Z", null)
  expect(nextStep(facts({ attempts: [open], plan: { state: "today" }, todays: "warm up" }))).toEqual({
    kind: "on-site-today",
    item: "warm up",
  })
})

test("the latest unfinished try comes before anything new", () => {
  const older = attempt("a", "2026-01-01T00:00:00Z", null)
  const newer = attempt("b", "2026-01-02T00:00:00Z", null)
  expect(nextStep(facts({ attempts: [older, newer] }))).toEqual({ kind: "go-on", attempt: newer })
})

test("the least tried question is next, but not the one just done", () => {
  expect(nextStep(facts({ attempts: [done] }))).toEqual({ kind: "question", question: question("b", 1) })
  const alone = facts({ questions: [question("a", 1)], attempts: [done] })
  expect(nextStep(alone)).toEqual({ kind: "question", question: question("a", 1) })
})

test("after a try comes the day's list, then missing stories, then a technical gap, then another question", () => {
  const after = (some: Partial<Facts>) => nextStep(facts({ attempts: [done], triesToday: 1, ...some })).kind
  expect(after({ todays: "read the advertisement", stories: 2 })).toBe("todays-list")
  expect(after({ stories: 2 })).toBe("write-story")
  expect(after({ stories: 6 })).toBe("technical")
  expect(after({})).toBe("technical")
  expect(after({ technical: undefined })).toBe("question")
})

test("without any story the first one comes first, where stories are kept", () => {
  expect(nextStep(facts({ stories: 0 }))).toEqual({ kind: "write-story", stories: 0 })
})

test("with nothing to ask it says so", () => {
  expect(nextStep(facts({ questions: [], technical: undefined }))).toEqual({ kind: "nothing" })
})
