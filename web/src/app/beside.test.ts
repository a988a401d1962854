import { describe, expect, it } from "vitest"
import { meet } from "./beside.ts"

const held = (mine: string, base: string) => ({ mine: { text: mine }, base: { text: base }, version: 3 })

describe("a form and what others save meanwhile", () => {
  it("follows as long as nothing was typed", () => {
    expect(meet(held("a", "a"), { text: "b" }, 4)).toEqual({ ...held("b", "b"), version: 4 })
  })
  it("keeps what was typed, on its old version, when others changed the same", () => {
    expect(meet(held("mine", "a"), { text: "theirs" }, 4)).toEqual(held("mine", "a"))
  })
  it("goes on upon the new version when others changed something else", () => {
    expect(meet(held("mine", "a"), { text: "a" }, 4)).toEqual({ ...held("mine", "a"), version: 4 })
  })
  it("takes its own words back as saved", () => {
    expect(meet(held("mine", "a"), { text: "mine" }, 4)).toEqual({ ...held("mine", "mine"), version: 4 })
  })
  it("changes nothing while nothing was saved", () => {
    const before = held("mine", "a")
    expect(meet(before, { text: "a" }, 3)).toBe(before)
  })
})
