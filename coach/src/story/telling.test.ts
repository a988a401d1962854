import { describe, expect, it } from "vitest"
import { senseOf } from "../parts/sense.ts"
import { tellsSomebody } from "./telling.ts"

const told = (text: string) => tellsSomebody(senseOf(text, { start: 0, end: text.length }))

describe("telling somebody who depends on the work", () => {
  it.each([
    "I told the controller that it would be late.",
    "We rang the drivers at once.",
    "Told finance before anything else.",
    "Then rang her and said what I knew.",
    "I wrote to the customers and told them.",
    "I’d warned the skipper by six.",
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
  ])("isn’t %s", (text) => expect(told(text)).toBe(false))
})
