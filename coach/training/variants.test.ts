import { describe, expect, it } from "vitest"
import { parseMaterial } from "./material.ts"
import { prepare } from "./prepare.ts"
import { withVariants } from "./variants.ts"

const story = (id: string, tags: string) =>
  [
    `=== ${id} theme=triage story=yes findings=none`,
    ...[...tags].map((tag, i) => `${tag} It was number ${i}.`),
  ].join("\n")
const partsOf = (...stories: string[]) =>
  withVariants({ ...prepare(parseMaterial("v", stories.join("\n")), 1), joined: [] }).map(
    ({ parts, features }) => {
      expect(features).toHaveLength(parts.length)
      return parts.map((part) => part.charAt(0)).join("")
    },
  )

describe("stories with a part left out", () => {
  it("stand behind the stories themselves, each part in its turn", () =>
    expect(partsOf(story("a", "STARH"), story("b", "STAR"))).toEqual(["starh", "star", "sarh", "sar"]))
  it("aren't made of what has no such part, nor of very short ones", () =>
    expect(partsOf(story("a", "SAAO"), story("b", "TAA"))).toEqual(["saao", "taa"]))
})
