import { addressOf, api } from "@backfill/contract"
import { formatEvidence } from "@backfill/core"
import { sql } from "drizzle-orm"
import { randomBytes } from "node:crypto"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { LIVE_WEBM, PHONE_MP4, TestUploader } from "../../platform/recordings/test-upload.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { HIRING_SHELF } from "../../platform/recordings/shelf.ts"
import { dropStrays, sweepRecordings } from "../../platform/recordings/sweep.ts"
import { folderOf } from "../../platform/storage.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import { finishErasures } from "../applications/erasure/erase.ts"
import { type Applied, type Scene, SCREEN, startScene, TALKS } from "../debriefs/scene.test-data.ts"
import { finishRecordings } from "./finish-recordings.ts"
import { asVideo, VIDEO_EXERCISE as EXERCISE } from "./video.test-data.ts"

const DAY = 86_400_000

let s: Scene
beforeAll(async () => {
  s = await startScene(asVideo)
})
afterAll(() => s.close())

interface Prompt {
  application: Applied
  attemptId: string
  up: TestUploader
  place: string
  client: ReturnType<Scene["t"]["client"]>
}

type Factor = 1 | 1.5 | 2 | null
/** Adjusts somebody's time as the recruiter's page does. */
async function grant(applicationId: string, timeFactor: Factor): Promise<void> {
  const params = { applicationId }
  const { version } = await s.recruiter.client.applications.read({ params })
  await s.recruiter.client.applications.decideAdjustments({
    params,
    body: { granted: ["extra-time"], timeFactor, answer: "Yes.", version },
  })
}
/** As if a take had turned out so long. */
const lasts = (id: string, ms: number) =>
  s.t.app.db.hiring.execute(sql`UPDATE hiring.recordings SET duration_ms = ${ms} WHERE id = ${id}`)

/** A candidate who has begun the video response. */
async function begin(stage: number, factor: Factor = 1): Promise<Prompt> {
  const application = await s.apply(stage)
  if (factor !== 1) await grant(application.id, factor)
  const { id: attemptId } = await s.recruiter.client.attempts.schedule({
    params: { applicationId: application.id },
    body: { exerciseId: EXERCISE, availableFrom: null },
  })
  const client = s.t.client(application.candidateCookie)
  await client.candidate.startAttempt({ params: { attemptId }, body: {} })
  const place = `/api/candidate/attempts/${attemptId}/recordings`
  return { application, attemptId, client, place, up: new TestUploader(s.t, application.candidateCookie) }
}
async function take({ up, place }: Prompt, bytes: Buffer = LIVE_WEBM): Promise<string> {
  const at = await up.create(place)
  await up.all(at, bytes)
  return at.split("/").at(-1) ?? ""
}
const versionOf = async ({ client, attemptId }: Prompt) =>
  (await client.candidate.attempt({ params: { attemptId } })).version
const choose = async (p: Prompt, recordingId: string) =>
  p.client.recordings.choose({ params: { recordingId }, body: { version: await versionOf(p) } })
const handIn = async (p: Prompt) =>
  p.client.candidate.submitAttempt({
    params: { attemptId: p.attemptId },
    body: { version: await versionOf(p) },
  })
const takesOf = ({ client, attemptId }: Prompt) => client.recordings.list({ params: { attemptId } })

describe("a candidate’s takes", () => {
  it("are as many as the kit says, one is chosen, and only that one is handed in and kept", async () => {
    const p = await begin(TALKS)
    expect((await takesOf(p)).rules).toEqual({ seconds: 10, takes: 3, takesLeft: 3 })
    const first = await take(p)
    const second = await take(p, PHONE_MP4)
    expect(await refusal(handIn(p))).toBe("wrong_state")
    await choose(p, first)
    await choose(p, second)
    const unfinished = await p.up.create(p.place)
    await p.up.patch(unfinished, 0, LIVE_WEBM)
    expect((await takesOf(p)).items.map((one) => [one.take, one.chosen, one.state])).toEqual([
      [1, false, "received"],
      [2, true, "received"],
      [3, false, "receiving"],
    ])
    const more = await p.up.send("POST", p.place, { "upload-defer-length": "1" })
    expect([more.status, more.id]).toEqual([409, "wrong_state"])
    await handIn(p)
    expect((await takesOf(p)).items.map((one) => one.id)).toEqual([second])
    expect((await p.up.patch(unfinished, LIVE_WEBM.length, LIVE_WEBM)).status).toBe(410)
    expect((await p.up.send("DELETE", `/api/candidate/recordings/${second}`)).id).toBe("wrong_state")
    await finishRecordings(s.t.app)
    const handed = await s.amara.client.recordings
      .handed({ params: { attemptId: p.attemptId } })
      .catch((error: unknown) => error)
    expect(handed).toMatchObject({ problem: { id: "not_found" } })
    const seen = await s.manager.client.recordings.handed({ params: { attemptId: p.attemptId } })
    expect(seen).toMatchObject({
      items: [{ id: second, state: "ready", overLimit: false }],
      rules: { seconds: 10 },
    })
    expect(Object.keys(seen.items[0] ?? {})).not.toContain("take")
  })

  it("are handed in also while the files of the others can’t be deleted; those go with the next sweep", async () => {
    const p = await begin(TALKS)
    const other = await take(p)
    const chosen = await take(p, PHONE_MP4)
    await choose(p, chosen)
    const { storage } = s.t.app
    const { clear } = storage
    storage.clear = async () => {
      throw new ProblemError("unavailable")
    }
    const handed = await handIn(p).finally(() => {
      storage.clear = clear
    })
    expect(handed.state).toBe("submitted")
    const folder = join(storage.root, folderOf(other))
    expect(await readdir(folder)).not.toEqual([])
    await sweepRecordings(s.t.app, HIRING_SHELF)
    await expect(readdir(folder)).rejects.toThrow("ENOENT")
  })

  it("aren’t handed in before their last byte is here", async () => {
    const p = await begin(TALKS)
    const at = await p.up.create(p.place)
    await p.up.patch(at, 0, LIVE_WEBM.subarray(0, 9000))
    const recordingId = at.split("/").at(-1) ?? ""
    await choose(p, recordingId)
    expect(await refusal(handIn(p))).toBe("wrong_state")
    await p.up.patch(at, 9000, LIVE_WEBM.subarray(9000), { "upload-length": String(LIVE_WEBM.length) })
    expect((await handIn(p)).state).toBe("submitted")
  })

  it("arrive also after time is up, if they were begun before, and the last whole one counts", async () => {
    const p = await begin(TALKS)
    const early = await take(p)
    const at = await p.up.create(p.place)
    s.t.setTime(new Date(Date.now() + 100 * 60_000))
    try {
      expect((await p.up.send("POST", p.place, { "upload-defer-length": "1" })).id).toBe("wrong_state")
      const seen = () => s.manager.client.recordings.handed({ params: { attemptId: p.attemptId } })
      expect((await seen()).items.map(({ id }) => id)).toEqual([early])
      await p.up.all(at, PHONE_MP4)
      const late = at.split("/").at(-1)
      expect((await seen()).items.map(({ id }) => id)).toEqual([late])
      // What the panel may watch by now isn’t exchanged by taking it back.
      expect((await p.up.send("DELETE", at)).id).toBe("wrong_state")
      expect((await p.up.send("DELETE", `/api/candidate/recordings/${early}`)).status).toBe(204)
      expect((await seen()).items.map(({ id }) => id)).toEqual([late])
    } finally {
      s.t.setTime(undefined)
    }
  })

  it("that are too long are kept, and not handed in", async () => {
    const p = await begin(TALKS)
    const id = await take(p)
    await finishRecordings(s.t.app)
    await lasts(id, 16_000)
    await choose(p, id)
    expect(await refusal(handIn(p))).toBe("wrong_state")
  })

  it.each<[string, Factor, number, number, number]>([
    ["half as long again", 1.5, 15, 20_000, 20_001],
    ["twice as long", 2, 20, 25_000, 25_001],
  ])("may be %s where the time was adjusted so", async (_words, factor, seconds, fits, over) => {
    const p = await begin(TALKS, factor)
    expect((await takesOf(p)).rules.seconds).toBe(seconds)
    const id = await take(p)
    await finishRecordings(s.t.app)
    await choose(p, id)
    await lasts(id, over)
    expect(await refusal(handIn(p))).toBe("wrong_state")
    await lasts(id, fits)
    await handIn(p)
    const seen = async () => s.manager.client.recordings.handed({ params: { attemptId: p.attemptId } })
    expect(await seen()).toMatchObject({ items: [{ overLimit: false }], rules: { seconds } })
    await lasts(id, over)
    expect((await seen()).items[0]?.overLimit).toBe(true)
  })

  it("may last as long as they need without a limit, and panels read no reason", async () => {
    const p = await begin(TALKS, null)
    expect((await takesOf(p)).rules.seconds).toBeNull()
    const id = await take(p)
    await finishRecordings(s.t.app)
    await lasts(id, 40 * 60_000)
    await choose(p, id)
    await handIn(p)
    const seen = await s.manager.client.recordings.handed({ params: { attemptId: p.attemptId } })
    expect(seen).toMatchObject({ items: [{ overLimit: false }], rules: { seconds: null } })
    expect(JSON.stringify(seen)).not.toMatch(/adjust|factor|extra/i)
  })

  it("get the new length at once where an adjustment is granted while they are made", async () => {
    const p = await begin(TALKS)
    expect((await takesOf(p)).rules.seconds).toBe(10)
    await grant(p.application.id, 2)
    expect((await takesOf(p)).rules.seconds).toBe(20)
  })

  it("are nobody else’s", async () => {
    const [p, other] = [await begin(TALKS), await begin(TALKS)]
    const recordingId = await take(p)
    expect(await refusal(other.client.recordings.read({ params: { recordingId } }))).toBe("not_found")
    expect((await other.up.patch(`/api/candidate/recordings/${recordingId}`, 0, LIVE_WEBM)).status).toBe(404)
    expect((await other.up.send("GET", `/api/candidate/recordings/${recordingId}/media`)).status).toBe(404)
  })

  it("can’t be deleted under a legal hold", async () => {
    const p = await begin(TALKS)
    const id = await take(p)
    const { version } = await s.owner.client.applications.read({
      params: { applicationId: p.application.id },
    })
    await s.owner.client.applications.legalHold({
      params: { applicationId: p.application.id },
      body: { hold: true, reason: "A letter.", version },
    })
    expect((await p.up.send("DELETE", `/api/candidate/recordings/${id}`)).id).toBe("legal_hold")
  })
})

describe("the panel", () => {
  it("meets a face after the résumé screen, whatever it was shown before", async () => {
    const p = await begin(SCREEN)
    const id = await take(p)
    await choose(p, id)
    await handIn(p)
    await finishRecordings(s.t.app)
    await p.application.hold(
      { kind: "screen", roundId: "resume-screen", title: "Résumé", startsAt: null },
      s.amara,
    )
    const params = { attemptId: p.attemptId }
    await s.manager.client.applications.unblind({
      params: { applicationId: p.application.id },
      body: { reason: "The agency asks." },
    })
    for (const person of [s.owner, s.recruiter, s.manager, s.amara]) {
      expect(await refusal(person.client.recordings.handed({ params }))).toBe("not_allowed")
      const media = await s.t.fetch(`/api/attempts/${p.attemptId}/recordings/${id}/media`, {
        headers: { cookie: person.cookie },
      })
      expect(media.status).toBe(403)
      const named = { artifact: `recording-${id}`, selector: "time=0-1000", quote: "Waves." }
      expect(await refusal(person.client.attempts.cite({ params, body: named }))).toMatch(
        /not_allowed|invalid_request/,
      )
    }
  })

  it("cites a time range, which stands in the debrief as one", async () => {
    const p = await begin(TALKS)
    const id = await take(p)
    await choose(p, id)
    await handIn(p)
    await finishRecordings(s.t.app)
    const interviewId = await p.application.hold({}, s.amara)
    const params = { attemptId: p.attemptId }
    const [seen] = (await s.amara.client.recordings.handed({ params })).items
    const range = { artifact: seen?.artifact ?? "", selector: "time=1250-2500", quote: "Names who waits." }
    const { address } = await s.amara.client.attempts.cite({ params, body: range })
    expect(address).toBe(
      formatEvidence({
        attempt: p.attemptId,
        artifact: `recording-${id}`,
        digest: seen?.digest ?? "",
        selector: { kind: "time", start: 1250, end: 2500 },
      }),
    )
    for (const selector of ["time=1250-999999", "text=0-5"])
      expect(await refusal(s.amara.client.attempts.cite({ params, body: { ...range, selector } }))).toBe(
        "invalid_request",
      )
    await s.amara.client.interviews.submitScorecard({
      params: { interviewId },
      body: {
        ratings: [
          {
            itemId: EXERCISE,
            score: 4,
            evidence: [{ kind: "attempt", ref: address, quote: "" }],
            comment: "",
          },
        ],
        recommendation: "yes",
        reason: "It holds.",
        version: 0,
      },
    })
    const debrief = await s.manager.client.debriefs.open({
      params: { applicationId: p.application.id, stageIndex: TALKS },
      body: { version: await p.application.version() },
    })
    const [rating] = debrief.rows.flatMap(({ ratings }) => ratings)
    expect(rating?.evidence[0]).toMatchObject({
      quote: "Names who waits.",
      source: { kind: "recording", attemptId: p.attemptId, recordingId: id, startMs: 1250, endMs: 2500 },
    })
  })

  it("gets no further part once it was taken off", async () => {
    const p = await begin(TALKS)
    const id = await take(p)
    await choose(p, id)
    await handIn(p)
    await finishRecordings(s.t.app)
    await p.application.hold({}, s.henrik)
    const part = () =>
      s.t.fetch(`/api/attempts/${p.attemptId}/recordings/${id}/media`, {
        headers: { cookie: s.henrik.cookie, range: "bytes=0-99" },
      })
    expect((await part()).status).toBe(206)
    await s.t.app.db.hiring.execute(
      sql`DELETE FROM hiring.interview_raters WHERE account_id = ${s.henrik.id}`,
    )
    expect((await part()).status).toBe(404)
  })
})

describe("an application’s end", () => {
  /** Every file below the data folder with one of these marks in it, wherever it lies. */
  const filesWith = async (marks: readonly Buffer[]) => {
    const found: string[] = []
    for (const one of await readdir(s.t.app.config.BACKFILL_DATA, { recursive: true, withFileTypes: true })) {
      const path = join(one.parentPath, one.name)
      if (!one.isFile() || path.includes("/postgres/")) continue
      const bytes = await readFile(path)
      if (marks.some((mark) => bytes.includes(mark))) found.push(path)
    }
    return found
  }
  const rows = async (p: Prompt) =>
    (
      await s.t.app.db.hiring.execute(
        sql`SELECT r.id FROM hiring.recordings r LEFT JOIN hiring.recording_chunks c ON c.recording_id = r.id
          WHERE r.application_id = ${p.application.id}`,
      )
    ).rows.length
  /** Bytes that stand nowhere else, behind the beginning of a recording. */
  const marked = () => {
    const mark = randomBytes(32)
    return { mark, bytes: Buffer.concat([LIVE_WEBM.subarray(0, 9000), mark, Buffer.alloc(500)]) }
  }
  /** What a server leaves that is killed at the worst moments. */
  const leaveBehind = async (recordingId: string, bytes: Buffer) => {
    const { BACKFILL_DATA } = s.t.app.config
    await s.t.app.storage.put([bytes] as unknown as AsyncIterable<Uint8Array>, 1e6, folderOf(recordingId))
    const work = join(BACKFILL_DATA, "work", `${recordingId}-AbCdEf`)
    await mkdir(work, { recursive: true })
    await writeFile(join(work, "came"), bytes)
  }

  it("takes every recording along, also one that is still arriving and what nobody was told of", async () => {
    const p = await begin(TALKS)
    const [whole, part, stray, written] = [marked(), marked(), marked(), marked()]
    const id = await take(p, whole.bytes)
    const early = await take(p)
    await finishRecordings(s.t.app)
    const at = await p.up.create(p.place)
    await p.up.patch(at, 0, part.bytes)
    await leaveBehind(id, stray.bytes)
    await leaveBehind(at.split("/").at(-1) ?? "", written.bytes)
    const marks = [whole, part, stray, written].map(({ mark }) => mark)
    // The whole as it came and its one piece; the piece; twice what was left behind.
    expect(await filesWith(marks)).toHaveLength(7)
    const given = await s.t.fetch(addressOf(api.candidate.download), {
      headers: { cookie: p.application.candidateCookie },
    })
    expect(await given.json()).toMatchObject({
      recordings: [
        { exercise: EXERCISE, kind: "video", address: `/api/candidate/recordings/${id}/media` },
        { address: `/api/candidate/recordings/${early}/media` },
        { bytes: part.bytes.length, sha256: null },
      ],
    })
    expect((await p.client.candidate.erasePreview()).removed).toContain("Your recordings, picture and sound")
    await p.client.candidate.erase({ body: { confirm: "erase" } })
    expect([await filesWith(marks), await rows(p)]).toEqual([[], 0])
    expect((await p.up.patch(at, 9000, LIVE_WEBM.subarray(9000))).status).toBeGreaterThanOrEqual(401)
    expect([await filesWith(marks), await rows(p)]).toEqual([[], 0])
    const folders = await readdir(join(s.t.app.storage.root, "recordings"))
    for (const recordingId of [id, early, at.split("/").at(-1)]) expect(folders).not.toContain(recordingId)
  })

  it("also reaches a piece that is written in the very moment, and one that was found a day later", async () => {
    const p = await begin(TALKS)
    const { mark, bytes } = marked()
    const at = await p.up.create(p.place)
    const id = at.split("/").at(-1) ?? ""
    const sending = p.up.patch(at, 0, bytes)
    await p.client.candidate.erase({ body: { confirm: "erase" } })
    await sending
    await finishErasures(s.t.app)
    expect([await filesWith([mark]), await rows(p)]).toEqual([[], 0])
    await leaveBehind(id, bytes)
    await rm(join(s.t.app.config.BACKFILL_DATA, "work", `${id}-AbCdEf`), { recursive: true })
    await dropStrays(s.t.app, new Date(Date.now() - DAY))
    expect(await filesWith([mark])).toHaveLength(1)
    expect(await dropStrays(s.t.app, new Date(Date.now() + 1000))).toBeGreaterThanOrEqual(1)
    expect(await filesWith([mark])).toEqual([])
  })
})
