import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { adjustments, interviews, openings } from "../../platform/database/schema/hiring.ts"
import type { Letter } from "../../platform/mail.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import { type Applied, note, type Scene, startScene, submitCard, TALKS } from "../debriefs/scene.test-data.ts"

let s: Scene
let application: Applied
beforeAll(async () => {
  s = await startScene()
  application = await s.apply(TALKS)
})
afterAll(() => s.close())

const start = {
  id: randomUUID(),
  kind: "start" as const,
  itemId: null,
  index: null,
  atSeconds: 0,
  device: "laptop",
  seq: 0,
}

describe("the console", () => {
  it("gives a rater the round at the opening's level, with a longer clock and never its reason", async () => {
    const interviewId = await application.hold({}, s.amara)
    await s.t.app.db.hiring.insert(adjustments).values({
      applicationId: application.id,
      state: "granted",
      kinds: ["extra-time"],
      note: "Migraine, needs breaks",
      granted: ["extra-time"],
      timeFactor: 1.5,
    })
    const console = await s.amara.client.interviews.console({ params: { interviewId } })
    expect(console.minutes).toBe(135)
    expect(console.adjusted).toBe(true)
    expect(JSON.stringify(console)).not.toMatch(/migraine|extra-time/i)
    expect(console.items.map((item) => item.id)).toEqual(["rerun-a-load", "grain-of-a-table", "late-orders"])
    expect(console.items[0]).toMatchObject({
      expectation: { expected: expect.stringContaining("safe to repeat") },
      competencies: [{ id: "pipelines" }],
    })
    await s.t.app.db.hiring
      .update(adjustments)
      .set({ timeFactor: null })
      .where(eq(adjustments.applicationId, application.id))
    expect((await s.amara.client.interviews.console({ params: { interviewId } })).minutes).toBeNull()
    await s.t.app.db.hiring.delete(adjustments).where(eq(adjustments.applicationId, application.id))
  })

  it("is there for raters and those who handle the opening only; notes only for raters", async () => {
    const interviewId = await application.hold({}, s.amara)
    const params = { interviewId }
    expect(await refusal(s.manager.client.interviews.console({ params }))).toBe("done")
    for (const person of [s.henrik, s.bystander, s.stranger])
      expect(await refusal(person.client.interviews.console({ params }))).toBe("not_found")
    for (const person of [s.owner, s.manager, s.henrik])
      expect(
        await refusal(person.client.interviews.sync({ params, body: { notes: [note()], events: [] } })),
      ).toBe("not_found")
  })
})

describe("sync", () => {
  it("keeps what two devices sent, once, whatever the order and however often", async () => {
    const interviewId = await application.hold({}, s.amara, s.henrik)
    const send = (...notes: ReturnType<typeof note>[]) =>
      s.amara.client.interviews.sync({ params: { interviewId }, body: { notes, events: [start] } })
    const first = note({ text: "first", editedAt: "2026-11-02T14:00:00Z" })
    const edited = { ...first, text: "edited", seq: 2, editedAt: "2026-11-02T14:05:00Z" }
    const other = note({ text: "from the tablet", device: "tablet", atSeconds: 30 })
    await send(edited)
    await Promise.all([send(first, other), send(other), send(edited, first)])
    const answer = await send()
    expect(answer.notes.map((n) => n.text)).toEqual(["from the tablet", "edited"])
    expect(answer.events).toHaveLength(1)
    const theirs = await s.henrik.client.interviews.sync({
      params: { interviewId },
      body: { notes: [], events: [] },
    })
    expect(theirs.notes).toEqual([])
  })

  it("keeps what was told, brought in and seen of an exercise's part", async () => {
    const interviewId = await application.hold({}, s.amara)
    const params = { interviewId }
    const events = (["tell", "untell", "cue", "uncue", "step", "unstep"] as const).map((kind, seq) => ({
      id: randomUUID(),
      kind,
      itemId: "late-orders",
      index: 2,
      atSeconds: seq,
      device: "laptop",
      seq,
    }))
    await s.amara.client.interviews.sync({ params, body: { notes: [], events } })
    expect((await s.amara.client.interviews.console({ params })).events).toEqual(events)
  })

  it("begins the round and locks the plan with the first start, and ends it with the first end", async () => {
    const other = await s.apply(TALKS)
    const interviewId = await other.hold({}, s.amara, s.henrik)
    const event = (kind: "start" | "end") => ({ ...start, id: randomUUID(), kind })
    const state = async () =>
      (await s.t.app.db.hiring.select().from(interviews).where(eq(interviews.id, interviewId)))[0]
    await s.amara.client.interviews.sync({
      params: { interviewId },
      body: { notes: [], events: [event("start")] },
    })
    const running = await state()
    expect(running?.state).toBe("running")
    await s.henrik.client.interviews.sync({
      params: { interviewId },
      body: { notes: [], events: [event("start")] },
    })
    expect((await state())?.startedAt).toEqual(running?.startedAt)
    await s.henrik.client.interviews.sync({
      params: { interviewId },
      body: { notes: [], events: [event("end")] },
    })
    expect((await state())?.state).toBe("done")
    expect(
      (await s.t.app.db.hiring.select().from(openings).where(eq(openings.id, s.openingId)))[0]?.planLockedAt,
    ).not.toBeNull()
    expect(
      await refusal(
        s.recruiter.client.interviews.reschedule({
          params: { interviewId },
          body: { cancelled: true, version: (await state())?.version ?? 0 },
        }),
      ),
    ).toBe("wrong_state")
  })

  it("loses nothing that arrives after the card was submitted", async () => {
    const other = await s.apply(TALKS)
    const interviewId = await other.hold({}, s.amara)
    await submitCard(s.amara, interviewId, 4)
    const late = await s.amara.client.interviews.sync({
      params: { interviewId },
      body: { notes: [note({ text: "typed in the train", device: "tablet" })], events: [] },
    })
    expect(late.notes.map((n) => n.text)).toContain("typed in the train")
    await s.manager.client.debriefs
      .open({
        params: { applicationId: other.id, stageIndex: TALKS },
        body: { version: await other.version() },
      })
      .catch(() => undefined)
    const debrief = await s.manager.client.debriefs.read({
      params: { applicationId: other.id, stageIndex: TALKS },
    })
    const texts = debrief.rows.flatMap((row) =>
      row.ratings.flatMap((rating) => rating.notes.map((n) => n.text)),
    )
    expect(texts).toEqual([
      "+2 deletes the partition first",
      "[arrived after the card was submitted] typed in the train",
    ])
  })
})

describe("reschedule", () => {
  it("moves under the version read, tells calendars by a new sequence, and cancels", async () => {
    const other = await s.apply(TALKS)
    const interviewId = await other.hold({}, s.amara)
    const params = { interviewId }
    const body = { startsAt: "2026-12-01T09:30:00+01:00", timeZone: "Europe/Rome", version: 1 }
    expect(
      await refusal(
        s.recruiter.client.interviews.reschedule({ params, body: { ...body, timeZone: "Mars/Base" } }),
      ),
    ).toBe("invalid_request")
    for (const person of [s.amara, s.bystander])
      expect(await refusal(person.client.interviews.reschedule({ params, body }))).toBe("not_allowed")
    const [one, two] = await Promise.all(
      [1, 2].map(() => refusal(s.recruiter.client.interviews.reschedule({ params, body }))),
    )
    expect([one, two].sort()).toEqual(["done", "stale_version"])
    const file = await (
      await s.t.fetch(`/api/interviews/${interviewId}/calendar`, { headers: { cookie: s.amara.cookie } })
    ).text()
    expect(file).toContain("DTSTART:20261201T083000Z")
    expect(file).toContain("SEQUENCE:1")
    const letters: Letter[] = []
    s.t.app.mail = { available: true, send: async (letter) => void letters.push(letter) }
    const gone = await s.recruiter.client.interviews.reschedule({
      params,
      body: { cancelled: true, version: 2 },
    })
    s.t.app.mail = { available: false, send: async () => undefined }
    expect(gone.state).toBe("cancelled")
    const [toCandidate, toRater] = letters
    expect([toCandidate?.to, toRater?.to]).toEqual([
      expect.stringContaining("@stoica.example"),
      s.amara.email,
    ])
    for (const letter of letters)
      expect(letter.calendar).toEqual({ method: "CANCEL", content: expect.stringContaining("SEQUENCE:2") })
    expect(JSON.stringify(toCandidate)).not.toContain(s.amara.email)
    expect(JSON.stringify(toRater)).not.toContain("@stoica.example")
    expect(
      await refusal(
        s.amara.client.interviews.submitScorecard({
          params,
          body: { ratings: [], recommendation: "no_decision", reason: "It was cancelled.", version: 0 },
        }),
      ),
    ).toBe("wrong_state")
    const mine = (await s.amara.client.interviews.mine()).items.map((item) => item.id)
    expect(mine).not.toContain(interviewId)
  })
})
