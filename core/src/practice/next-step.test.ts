import { expect, test } from "vitest"
import { nextStep, type PracticeFacts, type Rehearsal, type RehearsedQuestion } from "./next-step.ts"

const question = (id: string, times: number) => ({ id, kitId: "k", times })
const attempt = (itemId: string, startedAt: string, finishedAt: string | null) => ({
  kitId: "k",
  itemId,
  startedAt,
  finishedAt,
})
type Facts = PracticeFacts<RehearsedQuestion, Rehearsal, string, string>
const facts = (some: Partial<Facts>): Facts => ({
  questions: [question("a", 1), question("b", 1), question("c", 2)],
  attempts: [],
  triesToday: 0,
  toldToday: 0,
  technical: "windows",
  todays: undefined,
  stories: null,
  telling: undefined,
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

test("in the last week the day begins with a story told aloud, and goes on with the list before the next one", () => {
  const telling = { telling: "the late hour", why: "last-week" } as const
  const some = { telling, todays: "read the advertisement", stories: 6 }
  expect(nextStep(facts(some))).toEqual({ kind: "tell", ...telling })
  expect(nextStep(facts({ ...some, toldToday: 1 })).kind).toBe("todays-list")
  expect(nextStep(facts({ ...some, toldToday: 1, todays: undefined })).kind).toBe("tell")
  expect(nextStep(facts({ ...some, triesToday: 1 })).kind).toBe("todays-list")
})

test("a story that nobody ever heard comes after the day's question and before another one is written", () => {
  const telling = { telling: "the late hour", why: "never-told" } as const
  expect(nextStep(facts({ telling, stories: 1 })).kind).toBe("question")
  expect(nextStep(facts({ telling, stories: 1, attempts: [done], triesToday: 1 }))).toEqual({
    kind: "tell",
    ...telling,
  })
})

test("a story told to a question today is the day's question", () =>
  expect(nextStep(facts({ toldToday: 1, stories: 2 })).kind).toBe("write-story"))

test("without any story the first one comes first, where stories are kept", () => {
  expect(nextStep(facts({ stories: 0 }))).toEqual({ kind: "write-story", stories: 0 })
})

test("with nothing to ask it says so", () => {
  expect(nextStep(facts({ questions: [], technical: undefined }))).toEqual({ kind: "nothing" })
})
