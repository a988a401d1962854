import { describe, expect, it } from "vitest"
import { parseMaterial } from "./material.ts"

describe("labelled answers", () => {
  it("are put together as they were told", () => {
    const [answer] = parseMaterial(
      "v",
      "# writer: f\n=== a-1 theme=triage story=yes findings=no-result,too-short\nS It was late.\n¶\nA I went.\n",
    )
    expect(answer).toEqual({
      id: "a-1",
      voice: "v",
      writer: "f",
      theme: "triage",
      isStory: true,
      findings: ["no-result", "too-short"],
      text: "It was late.\n\nI went.",
      sentences: [
        { start: 0, end: 12, part: "situation" },
        { start: 14, end: 21, part: "action" },
      ],
    })
  })
  it("say where they can't be read", () =>
    expect(() => parseMaterial("v", "=== a-1 theme=triage story=yes findings=none\nX what\n")).toThrow(
      "v.txt line 2",
    ))
})
