import type { ConsolePart } from "@backfill/contract"
import { expect, test } from "vitest"
import { cuesOf, cueToShow, isDue, minuteIn, storyMinute } from "./cues.ts"
import { type Fact, factsOf, findFacts } from "./facts.ts"
import { inShort } from "./in-short.ts"
import { phaseAt, phasesOf } from "./phases.ts"

type Part<K extends ConsolePart["kind"]> = Extract<ConsolePart, { kind: K }>
const simulation = {
  kind: "simulation",
  simulation: {
    facts: [
      { topic: "query-plan", fact: "All 1,100 partitions are read twice." },
      { topic: "bytes-scanned-cost", fact: "A run reads 11 TB of `events`." },
      { topic: "ownership-oncall", fact: "It is your team’s. Some stop it and start again." },
      { topic: "partitioning-clustering", fact: "By load date, which costs 70 dollars to change." },
    ],
    tensions: [
      { moment: "As soon as a column would change", text: "Who reads that?" },
      { moment: "After about 20 minutes", text: "A colleague offers slots." },
      { moment: "After about 10 minutes", text: "Finance wrote." },
    ],
    forms: { discovery: { minutes: 40 } },
  },
} as unknown as Part<"simulation">
const facts = factsOf(simulation)
const names = (found: Fact[]) => found.map(({ index }) => index)

test("a fact is found by its topic, its text and the words a question is likely to hold", () => {
  expect(names(findFacts(facts, ""))).toEqual([1, 2, 3, 4])
  expect(names(findFacts(facts, "cost"))).toEqual([2, 4])
  expect(names(findFacts(facts, "PARTITÍON"))).toEqual([4, 1])
  expect(names(findFacts(facts, "who owns it"))).toEqual([3])
  expect(names(findFacts(facts, "explain"))).toEqual([1])
  expect(names(findFacts(facts, "weather"))).toEqual([])
})

test("a fact is read without the signs of its markup", () => {
  expect(facts[1]?.text).toBe("A run reads 11 TB of events.")
})

test("words that nothing has don't hide what the others find", () => {
  expect(names(findFacts(facts, "price of moon cheese"))).toEqual([2])
})

test("a tension has its moment in the item's own time, stretched as the item is", () => {
  const cues = cuesOf(simulation, 60)
  expect(cues.map(({ at }) => at)).toEqual([undefined, 1800, 900])
  expect(
    ["After 5 min", "At the 12th minute", "minute 7", "When it fits", "10 people"].map(minuteIn),
  ).toEqual([5, 12, 7, undefined, undefined])
  expect(cueToShow(cues, undefined)?.index).toBe(3)
  expect(cueToShow(cues, new Map([[3, 910]]))?.index).toBe(2)
  expect(cueToShow(cues, new Map([2, 3].map((index) => [index, 1])))?.index).toBe(1)
  const tension = cues[2]
  expect(tension && [899, 900].map((second) => isDue(tension, undefined, second))).toEqual([false, true])
  expect(tension && isDue(tension, new Map([[3, 910]]), 999)).toBe(false)
})

test("a drill's story moves by what was asked, and on to an event that was brought in", () => {
  const drill = {
    answers: [{ minutes: 2 }, { minutes: 15 }],
    events: [{ minute: 10 }, { minute: 12 }],
  } as unknown as Part<"drill">["drill"]
  expect(storyMinute(drill, undefined, undefined)).toBe(0)
  expect(storyMinute(drill, new Map([[1, 30]]), new Map([[1, 60]]))).toBe(10)
  const asked = new Map([
    [1, 30],
    [2, 90],
  ])
  expect(storyMinute(drill, asked, new Map([[1, 60]]))).toBe(25)
  expect(storyMinute(drill, asked, new Map([[2, 99]]))).toBe(17)
})

test("a design's frame fills the time it has in the round", () => {
  const design = {
    rubric: [
      { part: "clarify", minutes: 5, strong: "", weak: "" },
      { part: "deep-dive", minutes: 15, strong: "", weak: "" },
    ],
  } as unknown as Part<"design">["design"]
  const phases = phasesOf(design, 30)
  expect(phases.map(({ title, from, to }) => [title, from, to])).toEqual([
    ["Clarify", 0, 450],
    ["Depth", 450, 1800],
  ])
  expect([0, 449, 450, 1799, 1800].map((second) => phaseAt(phases, second))).toEqual([0, 0, 1, 1, 2])
})

test("a must-not is reminded of up to its first pause", () => {
  expect(inShort("Hand over a plan, or put the ideas in an order.")).toBe("Hand over a plan…")
  expect(inShort("Say, or show, that it is right.")).toBe("Say, or show, that it is right")
  expect(inShort("Draw.")).toBe("Draw")
})
