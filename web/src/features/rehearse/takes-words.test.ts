import { expect, test } from "vitest"
import { earlierWords, takesFinding, tempoFinding } from "./takes-words.ts"

const take = (nth: number, seconds: number, rate: number | null = 4) => ({
  nth,
  totalMs: seconds * 1000,
  rate,
})

test("the last take is held against the one before, and not against the first", () => {
  expect(takesFinding([take(1, 200), take(2, 150), take(3, 180)])).toBe("Take 3 is 30 s longer than take 2")
  expect(takesFinding([take(1, 200), take(2, 150)])).toBe("Take 2 is 50 s shorter than take 1")
  expect(takesFinding([take(1, 150), take(2, 160)])).toBe("Take 2 is about as long as take 1")
  expect(takesFinding([take(1, 150)])).toBe("One take so far")
})

test("a tempo under a tenth apart is no difference", () => {
  expect(tempoFinding([take(1, 1, 4), take(2, 1, 4.39)])).toMatch(/the same/)
  expect(tempoFinding([take(1, 1, 4), take(2, 1, 4.4)])).toMatch(/Take 2 is told faster: 4.4/)
  expect(tempoFinding([take(1, 1, 4.4), take(2, 1, 4)])).toMatch(/slower/)
  expect(tempoFinding([take(1, 1, 4), take(2, 1, null)])).toBeUndefined()
})

test("earlier takes are counted", () =>
  expect([1, 6].map(earlierWords)).toEqual(["Show the earlier take", "Show 6 earlier takes"]))
