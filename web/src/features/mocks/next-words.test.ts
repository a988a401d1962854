import type { HalfState, Mock } from "@backfill/contract"
import { expect, test } from "vitest"
import { nextWords } from "./next-words.ts"

const mock = (state: HalfState, mine: "asker" | "answerer", change: Partial<Mock> = {}): Mock => ({
  id: "m",
  made: mine === "asker",
  other: "Ben",
  joined: true,
  linkExpiresAt: null,
  createdAt: "",
  maySwap: false,
  serverNow: "",
  halves: [
    {
      number: 1,
      mine,
      state,
      level: "mid",
      minutes: 10,
      questions: 1,
      startedAt: null,
      endedAt: null,
      handedAt: null,
      asked: null,
      kept: false,
    },
  ],
  ...change,
})

test("both are told what is theirs to do", () => {
  expect(nextWords(mock("waiting", "asker", { joined: false, other: null }))).toBe("Send the link")
  expect(nextWords(mock("ready", "asker"))).toContain("start the clock")
  expect(nextWords(mock("ended", "answerer"))).toContain("their notes")
  expect(nextWords(mock("handed", "answerer", { maySwap: true }))).toContain("now you ask")
  expect(nextWords(mock("handed", "asker"))).toContain("choose questions")
  expect(nextWords(mock("running", "asker", { other: null }))).toContain("left")
  expect(nextWords(mock("running", "asker", { other: null, halves: [] }))).toContain("left")
})
