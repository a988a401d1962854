import { describe, expect, it } from "vitest"
import { afterStale, openText, readKeptText } from "./text-saving.ts"

describe("the words to begin with", () => {
  it("are the server’s where this device holds none, or nothing of its own", () => {
    expect(openText(undefined, "there")).toEqual({ text: "there", state: "saved" })
    expect(openText({ text: "there", base: "old" }, "there")).toEqual({ text: "there", state: "saved" })
    expect(openText({ text: "old", base: "old" }, "there")).toEqual({ text: "there", state: "saved" })
  })
  it("are this device’s where it is further along", () => {
    expect(openText({ text: "there and more", base: "there" }, "there")).toEqual({
      text: "there and more",
      state: "typing",
    })
    expect(openText({ text: "", base: "there" }, "there")).toEqual({ text: "", state: "typing" })
  })
  it("are both where both were changed", () => {
    expect(openText({ text: "mine", base: "old" }, "theirs")).toEqual({
      text: "mine",
      state: "elsewhere",
      other: "theirs",
    })
  })
})

describe("a save upon an old version", () => {
  it("goes again where only a file came, or its own answer got lost", () => {
    expect(afterStale("mine", "base", "base")).toBe("again")
    expect(afterStale("mine", "base", "mine")).toBe("again")
  })
  it("asks where other words are there", () => {
    expect(afterStale("mine", "base", "theirs")).toBe("ask")
  })
})

it("reads only what it wrote", () => {
  expect(readKeptText({ text: "a", base: "b", more: 1 })).toEqual({ text: "a", base: "b" })
  for (const value of [undefined, null, "a", { text: "a" }, { text: 1, base: "b" }])
    expect(readKeptText(value)).toBeUndefined()
})
