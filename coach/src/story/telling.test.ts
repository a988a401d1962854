import { describe, expect, it } from "vitest"
import { senseOf } from "../parts/sense.ts"
import { teamOf, tellsSomebody } from "./telling.ts"

const told = (text: string) => {
  const sense = senseOf(text, { start: 0, end: text.length })
  return tellsSomebody(sense, teamOf([sense]))
}

describe("telling somebody who depends on the work", () => {
  it.each([
    "I told the controller that it would be late.",
    "We rang the drivers at once.",
    "Told finance before anything else.",
    "Then rang her and said what I knew.",
    "I wrote to the customers and told them.",
    "I’d warned the skipper by six.",
    "I told Ingrid to go by the old dial.",
    "Then I wrote to Mrs. Sorensen that it would be late.",
    "I rang Fionnuala before I looked.",
  ])("is %s", (text) => expect(told(text)).toBe(true))
  it.each([
    "Finance told everyone that the number was wrong.",
    "The vendor told them nothing.",
    "My lead told me that the customers were waiting.",
    "I was told that the board was nervous.",
    "She told the customers herself.",
    "Marisol told the growers.",
    "I saw that the vendor had told the customers.",
    "The customers were told by the vendor.",
    "I looked at the log.",
    "I told Marek, our junior, to look at the log.",
    "I asked our junior Marek to look twice.",
    "I rang the bell, and Ingrid came.",
  ])("isn’t %s", (text) => expect(told(text)).toBe(false))
})
