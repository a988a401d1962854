import { setTimeout } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { APPLICANTS } from "./people.ts"

let t: TestApp
let owner: TestPerson
let openingId: string
const seen: number[] = []
beforeAll(async () => {
  t = await startTestApp()
  owner = await t.person("Olga Owner", ["owner", "interviewer"])
  const filling = owner.client.openings.sample({ body: {} })
  let done = false
  void filling.finally(() => (done = true))
  while (!done) {
    seen.push((await owner.client.openings.sampleProgress()).applications)
    await setTimeout(100)
  }
  ;({ openingId } = await filling)
})
afterAll(() => t.close())

describe("the sample", () => {
  it("has every applicant, in every stage and out of it", async () => {
    const board = await owner.client.openings.board({ params: { openingId } })
    const counts = Object.fromEntries(board.columns.map((c) => [c.title, c.count]))
    expect(board.columns.reduce((sum, c) => sum + c.count, 0) + board.ended.count).toBe(APPLICANTS.length)
    for (const title of ["Résumé", "Exercises", "Core interviews", "Offer"])
      expect(counts[title], title).toBeGreaterThan(0)
    expect(board.ended.count).toBeGreaterThan(2)
  })
  it("can be watched while it comes in", async () => {
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(new Set(seen).size).toBeGreaterThan(3)
    expect(await owner.client.openings.sampleProgress()).toEqual({
      applications: APPLICANTS.length,
      perFilling: APPLICANTS.length,
    })
  })
  it("has a debrief to read, with a composite in its interval", async () => {
    const board = await owner.client.openings.board({ params: { openingId } })
    const card = board.columns.flatMap((c) => c.cards).find((c) => c.name === "Mirela Dobre")
    const debrief = await owner.client.debriefs.read({
      params: { applicationId: card?.applicationId as string, stageIndex: 4 },
    })
    expect(debrief.rows.length).toBeGreaterThan(5)
    const { value, low, high } = debrief.composite
    expect(low).toBeLessThan(value as number)
    expect(high).toBeGreaterThan(value as number)
  })
  it("leaves the audit log whole and nobody signed in", async () => {
    expect(await owner.client.system.verifyAudit()).toMatchObject({ ok: true, firstBad: null })
  })
})
