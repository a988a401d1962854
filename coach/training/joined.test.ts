import { describe, expect, it } from "vitest"
import { inOneBreath } from "./joined.ts"
import { parseMaterial } from "./material.ts"

const joined = (...lines: string[]) =>
  inOneBreath(parseMaterial("v", ["=== a theme=triage story=yes findings=none", ...lines].join("\n"))).map(
    ({ text, sentences }) => sentences.map((s) => [s.part.charAt(0), text.slice(s.start, s.end)]),
  )

describe("steps and results in one breath", () => {
  it("are the halves of sentences, each with its part", () =>
    expect(joined("A I one.", "A I two.", "A I three.", "A I four.", "R The end.", "R And it held.")).toEqual(
      [
        [
          ["a", "I one."],
          ["a", "I two."],
          ["a", "I three"],
          ["r", ", so the end."],
          ["a", "I four"],
          ["r", ", and then it held."],
        ],
      ],
    ))
  it("aren't made where there are few steps", () => expect(joined("A I one.", "R The end.")).toEqual([]))
})
