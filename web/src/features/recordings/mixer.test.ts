import { describe, expect, it } from "vitest"
import { type Startable, starts } from "./mixer.ts"

/** A mixer that runs after so many ms, or never. */
function mixer(after: number | undefined): Startable {
  let state = "suspended"
  const resume = () =>
    new Promise<void>((resolve) => {
      if (after === undefined) return
      setTimeout(() => {
        state = "running"
        resolve()
      }, after)
    })
  return {
    get state() {
      return state
    },
    resume,
  }
}

describe("a mixer", () => {
  it("is waited for while it starts", async () => {
    expect(await starts(mixer(20), 5000)).toBe(true)
  })

  it("that never starts, as in Firefox without a loudspeaker, isn’t waited for", async () => {
    expect(await starts(mixer(undefined), 20)).toBe(false)
  })

  it("that refuses, as in Safari before somebody pressed something, isn’t counted on", async () => {
    const refused = { state: "suspended", resume: () => Promise.reject(new Error("not allowed")) }
    expect(await starts(refused, 5000)).toBe(false)
  })

  it("that says it started and was interrupted again isn’t counted on", async () => {
    expect(await starts({ state: "interrupted", resume: () => Promise.resolve() }, 5000)).toBe(false)
  })
})
