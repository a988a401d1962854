import type { CandidatePage } from "@backfill/contract"
import { Temporal } from "temporal-polyfill"
import { describe, expect, it } from "vitest"
import { timelineSteps } from "./steps.ts"

const now = Temporal.Instant.from("2026-11-16T12:00:00Z")
const steps: CandidatePage["steps"] = [
  { title: "Application", state: "done", at: "2026-10-28T10:00:00Z" },
  { title: "Work simulation", state: "current", at: null },
  { title: "Decision", state: "ahead", at: null },
]
const drawn = (status: CandidatePage["status"]) =>
  timelineSteps({ status, steps, next: null } as CandidatePage, now, "UTC").map(({ state }) => state)

describe("the timeline", () => {
  it("shows where things stand while the process goes on", () => {
    expect(drawn("in-progress")).toEqual(["done", "now", "next"])
    expect(drawn("human-look")).toEqual(["done", "now", "next"])
  })
  it("promises nothing ahead once it has ended", () => {
    for (const status of ["stopped", "withdrawn", "disqualified"] as const)
      expect(drawn(status)).toEqual(["done", "stopped", "missed"])
  })
  it("ends at the last step that was reached, also where that one is done", () => {
    const done = steps.map((step, at) => ({
      ...step,
      state: at < 2 ? ("done" as const) : ("not-reached" as const),
    }))
    const page = { status: "stopped", steps: done, next: null } as unknown as CandidatePage
    expect(timelineSteps(page, now, "UTC").map(({ state }) => state)).toEqual(["done", "stopped", "missed"])
  })
})
