import type { Board, BoardCard } from "@backfill/contract"
import { expect, test } from "vitest"
import { ageInWords } from "./age.ts"
import { answers, listCards, sortCards } from "./board-view.ts"

const card = (name: string, stageIndex: number, since: string): BoardCard => ({
  applicationId: name,
  name,
  blind: false,
  stageIndex,
  status: "in-stage",
  nextStep: "Waits for two screens",
  awaited: ["Ines Baptista"],
  since,
  overdue: false,
  version: 1,
})
const column = (stageIndex: number, title: string, cards: BoardCard[]) => ({
  stageIndex,
  title,
  kind: "screen",
  count: cards.length,
  oldestSince: null,
  cards,
})
const board: Board = {
  openingId: "o",
  title: "t",
  columns: [
    column(1, "Screen", [card("Bo", 1, "2026-01-02"), card("Ada", 1, "2026-01-03")]),
    column(2, "Talks", [card("Cy", 2, "2026-01-01")]),
  ],
  ended: { count: 1, cards: [card("Di", 1, "2026-01-04")] },
}

test("ages round down and change unit where people do", () => {
  const now = Date.parse("2026-03-01T00:00:00Z")
  expect(ageInWords("2026-02-28T23:01:00Z", now)).toBe("59 min")
  expect(ageInWords("2026-02-27T00:30:00Z", now)).toBe("47 h")
  expect(ageInWords("2026-02-26T12:00:00Z", now)).toBe("2 days")
  expect(ageInWords("2026-01-01T00:00:00Z", now)).toBe("8 weeks")
  expect(ageInWords("2026-03-02T00:00:00Z", now)).toBe("just now")
  expect(ageInWords("2026-02-28T23:59:01Z", now)).toBe("just now")
  expect(ageInWords("2026-02-28T23:59:00Z", now)).toBe("1 min")
})

test("a list holds every card with its stage, the ended ones under their own word", () => {
  expect(listCards(board).map((each) => `${each.name} ${each.stage}`)).toEqual([
    "Bo Screen",
    "Ada Screen",
    "Cy Talks",
    "Di Ended",
  ])
})

test("every word looked for must stand somewhere on the card", () => {
  const [bo] = listCards(board)
  expect(bo && answers(bo, "ines SCREENS")).toBe(true)
  expect(bo && answers(bo, "ines talks")).toBe(false)
})

test("what is equal in the sorted column stands by age, either way round", () => {
  const names = (ascending: boolean) =>
    sortCards(listCards(board), "stage", ascending).map(({ name }) => name)
  expect(names(true)).toEqual(["Di", "Bo", "Ada", "Cy"])
  expect(names(false)).toEqual(["Cy", "Bo", "Ada", "Di"])
})
