import { describe, expect, it } from "vitest"
import { senseOf } from "./sense.ts"

const personsOf = (text: string) => {
  const { words, persons } = senseOf(text, { start: 0, end: text.length })
  return (word: string) => persons[words.indexOf(word)]
}

describe("who does something", () => {
  it.each([
    ["I checked the load.", "checked", "I"],
    ["Checked the load before lunch.", "checked", "I"],
    ["Then rang the depot.", "rang", "I"],
    ["Turned out it was the clock.", "turned", "none"],
    ["The skipper asked for the list.", "asked", "she"],
    ["In the morning Ingrid wrote to us.", "wrote", "she"],
    ["I waited until the auditor called.", "called", "she"],
    ["In Kafka failed batches pile up.", "failed", "none"],
    ["On Friday failed batches were retried.", "failed", "none"],
  ])("%s %s: %s", (text, verb, person) => expect(personsOf(text)(verb)).toBe(person))
})
