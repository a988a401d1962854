import { describe, expect, it } from "vitest"
import { sentencesIn } from "../text/sentences.ts"
import { inOneTense } from "./narrative.ts"
import { senseOf } from "./sense.ts"

const tensesOf = (text: string) =>
  inOneTense(sentencesIn(text).map((s) => senseOf(text, s))).map((s) => s.tense)

describe("a story told in the present", () => {
  const told =
    "I'm at home. I ring the desk. I pull the lever. I check the file and she says yes. We send it."

  it("reads as if it had been told in the past", () =>
    expect(tensesOf(told)).toEqual(["past", "past", "past", "past", "past"]))
  it("keeps the present of what lasts", () =>
    expect(tensesOf(`${told} Since then there's a check.`).at(-1)).toBe("present"))
  it("leaves a story in the past alone", () =>
    expect(tensesOf("I rang the desk. I pulled the lever. I was sure. I sent it. It is quiet.").at(-1)).toBe(
      "present",
    ))
  it("needs more than a sentence or two", () =>
    expect(tensesOf("I'm a data engineer. I have two cats.")).toEqual(["present", "present"]))
})
