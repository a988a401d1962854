import type { PracticeAttempt } from "@backfill/contract"
import { expect, test } from "vitest"
import { nextStep } from "./next-question.ts"

const question = (id: string, times: number) => ({ id, kitId: "k", times })
const attempt = (itemId: string, startedAt: string, finishedAt: string | null): PracticeAttempt => ({
  id: `${itemId} ${startedAt}`,
  kitId: "k",
  itemId,
  title: itemId,
  question: "",
  text: "",
  selfScore: null,
  startedAt,
  finishedAt,
  minutes: 8,
  version: 1,
  anchors: [],
  serverNow: startedAt,
})

test("the latest unfinished try comes before anything new", () => {
  const older = attempt("a", "2026-01-01T00:00:00Z", null)
  const newer = attempt("b", "2026-01-02T00:00:00Z", null)
  expect(nextStep([question("c", 0)], [older, newer])).toEqual({ kind: "go-on", attempt: newer })
})

test("the least tried question is next, but not the one just done", () => {
  const done = attempt("a", "2026-01-01T00:00:00Z", "2026-01-01T00:08:00Z")
  const questions = [question("a", 1), question("b", 1), question("c", 2)]
  expect(nextStep(questions, [done])).toEqual({ kind: "start", question: questions[1] })
})

test("a kit with one question may ask it again, an empty one asks nothing", () => {
  const done = attempt("a", "2026-01-01T00:00:00Z", "2026-01-01T00:08:00Z")
  expect(nextStep([question("a", 1)], [done])).toMatchObject({ kind: "start" })
  expect(nextStep([], [])).toBeUndefined()
})
