import { NEW_APPLICATION, type ApplicationState, type Plan } from "@backfill/core"
import { describe, expect, it } from "vitest"
import { nextStep } from "./next-step.ts"
import type { HeldRound } from "./rounds.store.ts"

const DAY = 24 * 3600_000
const now = new Date("2026-11-20T12:00:00Z")
const round = (id: string) => ({
  id,
  title: id,
  summary: "",
  minutes: 60,
  opening: 5,
  closing: 5,
  runBy: "Anyone",
  interviewers: [],
  items: [],
})
const plan: Plan = {
  level: "senior",
  weights: {},
  stages: [
    {
      id: "form",
      title: "Form",
      kind: "application",
      summary: "",
      judgedOn: [],
      rounds: [round("recording")],
    },
    { id: "talks", title: "Talks", kind: "interviews", summary: "", judgedOn: [], rounds: [round("call")] },
    { id: "offer", title: "Offer", kind: "offer", summary: "", judgedOn: [], rounds: [] },
  ],
}
const people = { recruiters: ["Tomas"], hiringManagers: ["Ines"] }
const at = (place: ApplicationState["place"], daysAgo = 1): ApplicationState => ({
  ...NEW_APPLICATION,
  place,
  since: now.getTime() - daysAgo * DAY,
})
const held = (
  roundId: string,
  startsInDays: number,
  raters: HeldRound["raters"],
  state: HeldRound["state"] = "planned",
): HeldRound => ({
  id: roundId,
  applicationId: "a",
  stageIndex: 1,
  roundId,
  kind: "interview",
  title: roundId,
  state,
  startsAt: new Date(now.getTime() + startsInDays * DAY),
  timeZone: "UTC",
  minutes: 60,
  location: "",
  startedAt: null,
  calendarSequence: 0,
  version: 1,
  createdAt: now,
  raters,
})
const rater = (name: string, submitted = false, waived: string | null = null) => ({
  id: name,
  name,
  submitted,
  waived,
})
const step = (state: ApplicationState, rounds: HeldRound[] = []) => nextStep(state, plan, rounds, people, now)

describe("what an application waits for", () => {
  const collecting = at({ kind: "collecting", stage: 1 })

  it("is a date for recorded answers only after the résumé screen, which is read without a face", () => {
    const [form, talks, offer] = plan.stages
    if (!form || !talks || !offer) throw new Error("The plan above has three stages.")
    const screen: Plan["stages"][number] = { ...talks, id: "resume", kind: "screen", rounds: [] }
    const screened = { ...plan, stages: [form, screen, talks, offer] }
    const what = (stage: number) =>
      nextStep(at({ kind: "collecting", stage }), screened, [], people, now).what
    expect(what(1)).not.toContain("recording")
    expect(what(2)).toBe("Schedule: recording, call")
  })

  it("is a date for every round, those of the application stage included", () => {
    expect(step(collecting)).toMatchObject({
      what: "Schedule: recording, call",
      awaited: ["Tomas"],
      overdue: false,
    })
    expect(
      step(collecting, [held("recording", 1, [rater("R")], "cancelled"), held("call", 1, [rater("R")])]).what,
    ).toBe("Schedule: recording")
  })

  it("is the cards of rounds that have begun, before anything else", () => {
    const rounds = [held("recording", -1, [rater("Rahel"), rater("Noor", true), rater("Sam", false, "ill")])]
    expect(step(collecting, rounds)).toMatchObject({
      what: "Scorecards: recording",
      awaited: ["Rahel"],
      overdue: false,
    })
    expect(step(collecting, [held("recording", -3, [rater("Rahel")])])).toMatchObject({ overdue: true })
  })

  it("is nobody while an interview lies ahead, and the debrief once all cards are in", () => {
    expect(
      step(collecting, [held("recording", -1, [rater("R", true)]), held("call", 2, [rater("R")])]),
    ).toMatchObject({ what: "call", awaited: [], overdue: false })
    expect(
      step(collecting, [held("recording", -1, [rater("R", true)]), held("call", -1, [rater("R", true)])]),
    ).toMatchObject({ what: "Open the debrief", awaited: ["Ines"] })
  })

  it("is a decision at the gates, and too old after five days", () => {
    expect(step(at({ kind: "debrief", stage: 1 }, 6))).toMatchObject({
      what: "Record the decision",
      awaited: ["Ines"],
      overdue: true,
    })
    expect(step(at({ kind: "held", stage: 1 }))).toMatchObject({ awaited: ["Ines"], overdue: false })
    expect(step(at({ kind: "deciding-offer" }))).toMatchObject({ what: "Decide on an offer" })
    expect(
      step({ ...at({ kind: "disqualified" }), knockOut: { fieldId: "f", rule: "r", look: "requested" } }),
    ).toMatchObject({ awaited: ["Tomas", "Ines"] })
  })

  it("is nothing where it has ended", () => {
    for (const kind of ["not-offered", "withdrawn", "erased", "disqualified"] as const)
      expect(step(at({ kind }, 90))).toMatchObject({ awaited: [], overdue: false })
    expect(step(at({ kind: "stopped", stage: 1 }, 90)).awaited).toEqual([])
  })
})
