import type { Kit } from "@backfill/core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { presentChanges, presentKit } from "./kits.present.ts"

const params = { kitId: "data-engineer" }
let t: TestApp
let member: TestPerson
let interviewer: TestPerson
beforeAll(async () => {
  t = await startTestApp()
  member = await t.person("Mina Member", ["member"])
  interviewer = await t.person("Amara Diallo", ["interviewer", "member"])
})
afterAll(() => t.close())

describe("a kit read by someone who practises", () => {
  it("holds no question, exercise, guide or rule that is for panels only", async () => {
    const whole = await interviewer.client.kits.read({ params })
    const shown = await member.client.kits.read({ params })
    expect(shown.questions.length).toBeGreaterThan(10)
    expect(shown.questions.every(({ audience }) => audience !== "panel")).toBe(true)
    expect(shown.exercises.every(({ audience }) => audience !== "panel")).toBe(true)
    const text = JSON.stringify(shown)
    for (const question of whole.questions.filter(({ audience }) => audience === "panel"))
      expect(text).not.toContain(question.question.slice(0, 40))
    expect(whole.exercises.some(({ panelGuide }) => panelGuide)).toBe(true)
    expect(text).not.toMatch(/panelGuide|knockOut|disqualify|suppliedDraft/)
    expect(Object.keys(whole.guides)).toContain("interviewer")
    expect(Object.keys(shown.guides)).toEqual(["candidate"])
  })

  it("is counted as it is shown, without its faults", async () => {
    const listed = (await member.client.kits.list()).items.find((kit) => kit.id === params.kitId)
    const shown = await member.client.kits.read({ params })
    expect(listed).toMatchObject({ questions: shown.questions.length, problems: [], errors: 0 })
  })
})

describe("a pinned kit", () => {
  it("says what has changed on disk since, leaving out what panels never ask", async () => {
    const pinned = t.app.kits.list()[0]?.kit as Kit
    const [first, ...others] = pinned.questions
    if (!first) throw new Error("a kit without questions")
    const edited: Kit = {
      ...pinned,
      digest: "other",
      version: "9.0.0",
      questions: [
        { ...first, question: "Asked otherwise?" },
        ...others,
        { ...first, id: "for-practice", audience: "practice" },
      ],
    }
    const at = new Date("2026-03-02T09:00:00Z")
    expect(presentChanges(pinned, at, edited)).toMatchObject({
      pinned: { version: pinned.version, at: "2026-03-02T09:00:00.000Z" },
      now: { version: "9.0.0", digest: "other" },
      same: false,
      comparable: false,
      changes: [{ kind: "changed", noun: "question", id: first.id, measuresAnew: true }],
    })
    expect(presentChanges(pinned, at, pinned)).toMatchObject({ same: true, changes: [], comparable: true })
    expect(presentChanges(pinned, at, undefined)).toMatchObject({ now: null, same: false, changes: [] })
  })

  it("is shown whole to panels", () => {
    const kit = t.app.kits.list()[0]?.kit as Kit
    expect(presentKit(kit, "panel").guides).toEqual(kit.guides)
    expect(presentKit(kit, "panel").form).toEqual(kit.form)
  })
})
