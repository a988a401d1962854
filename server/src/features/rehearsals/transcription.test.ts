import { ApiProblem, MAX_TRANSCRIPT } from "@backfill/contract"
import { sql } from "drizzle-orm"
import { Readable } from "node:stream"
import { inspect } from "node:util"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { PHONE_MP4, TestUploader } from "../../platform/recordings/test-upload.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { finishRecordings } from "../recordings/finish-recordings.ts"
import { startTestService, type TestService } from "./test-service.ts"
import { transcribe } from "./transcription-service.ts"

const KEY = "sk-never-shown-4711"
let service: TestService
let usual: TestService["answer"]
let t: TestApp
let person: TestPerson
let params: { recordingId: string }

beforeAll(async () => {
  service = await startTestService()
  usual = service.answer
  t = await startTestApp({
    BACKFILL_TRANSCRIPTION_URL: `${service.base}/`,
    BACKFILL_TRANSCRIPTION_KEY: KEY,
    BACKFILL_TRANSCRIPTION_MODEL: "small.en",
  })
  person = await t.person("Mina", ["member"])
  params = await record(t, person)
  await finishRecordings(t.app)
})
afterAll(async () => {
  await t.close()
  await service.close()
})
afterEach(() => {
  service.answer = usual
  service.got = []
})

async function record(app: TestApp, by: TestPerson): Promise<{ recordingId: string }> {
  const up = new TestUploader(app, by.cookie)
  const at = await up.create("/api/practice/recordings")
  await up.all(at, PHONE_MP4, PHONE_MP4.length)
  return { recordingId: at.split("/").at(-1) ?? "" }
}
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiProblem ? error.problem : undefined),
  )

describe("a recording is transcribed", () => {
  it("by the service that is set, which gets the stored file and nothing else", async () => {
    expect(await person.client.rehearsals.transcription()).toEqual({ host: service.host })
    expect(await person.client.rehearsals.transcribe({ params })).toEqual({
      text: "I was paged at two.",
      from: "service",
    })
    const [got] = service.got
    expect(got?.path).toBe("/v1/audio/transcriptions")
    expect(Object.keys(got?.headers ?? {}).toSorted()).toEqual(
      ["accept", "authorization", "connection", "content-length", "content-type", "host"].toSorted(),
    )
    expect(got?.headers.authorization).toBe(`Bearer ${KEY}`)
    const form = await new Response(new Uint8Array(got?.body ?? []), {
      headers: { "content-type": got?.headers["content-type"] ?? "" },
    }).formData()
    const file = form.get("file") as File
    expect([...form.keys()].toSorted()).toEqual(["file", "model", "response_format"])
    expect([form.get("model"), form.get("response_format")]).toEqual(["small.en", "json"])
    expect([file.name, file.type]).toEqual(["recording.mp4", "video/mp4"])
    const media = await t.fetch(`/api/practice/recordings/${params.recordingId}/media`, {
      headers: { cookie: person.cookie },
    })
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await media.arrayBuffer()))).toBe(true)
  })

  it("and what was written is returned, not kept", async () => {
    const words = "unheard-of-words"
    service.answer = (response) => response.end(JSON.stringify({ text: ` ${words}\u0000\ud800 `, usage: {} }))
    const answer = await person.client.rehearsals.transcribe({ params, key: "once" })
    expect(answer.text).toBe(`${words}\ufffd`)
    expect(await person.client.rehearsals.read({ params })).toMatchObject({ version: 0, transcript: null })
    for (const table of ["practice.rehearsals", "practice.recordings", "platform.idempotency"]) {
      const { rows } = await t.app.db.practice.execute(
        sql`SELECT 1 FROM ${sql.raw(table)} AS each WHERE strpos(each::text, ${words}) > 0`,
      )
      expect(rows, table).toEqual([])
    }
  })

  it("unless it isn’t ready, too many were sent, or nothing is set here", async () => {
    const early = { recordingId: "" }
    const at = await new TestUploader(t, person.cookie).create("/api/practice/recordings")
    early.recordingId = at.split("/").at(-1) ?? ""
    expect((await problemOf(person.client.rehearsals.transcribe({ params: early })))?.id).toBe("wrong_state")
    const busy = await t.person("Busy", ["member"])
    const theirs = await record(t, busy)
    await finishRecordings(t.app)
    for (let used = 0; used < 30; used++) await limit(t.app.db.practice, `transcribe:${busy.id}`, 30, 3600)
    expect((await problemOf(busy.client.rehearsals.transcribe({ params: theirs })))?.id).toBe(
      "too_many_requests",
    )
    const off = await startTestApp()
    try {
      const away = await off.person("Mina", ["member"])
      expect(await away.client.rehearsals.transcription()).toEqual({ host: null })
      const there = await record(off, away)
      await finishRecordings(off.app)
      expect((await problemOf(away.client.rehearsals.transcribe({ params: there })))?.id).toBe(
        "transcription_off",
      )
    } finally {
      await off.close()
    }
    expect(service.got).toEqual([])
  })

  it("no longer once the page that asked is closed", async () => {
    let asked = () => {}
    const reached = new Promise<void>((resolve) => (asked = resolve))
    service.answer = () => asked()
    const page = new AbortController()
    const call = person.client.rehearsals.transcribe({ params, signal: page.signal })
    const ended = expect(call).rejects.toThrow()
    await reached
    expect(await service.open()).toBe(1)
    page.abort()
    await ended
    await vi.waitFor(async () => expect(await service.open()).toBe(0))
  })
})

describe("a service that doesn’t do its part", () => {
  const quiet = new AbortController().signal
  const sound = (bytes = PHONE_MP4) => ({
    mediaType: "video/mp4",
    bytes: bytes.length,
    open: () => Readable.from([bytes]),
  })
  const failure = async (base = service.base, { timeoutMs = 5000, file = sound() } = {}) => {
    const error: unknown = await transcribe({ base, key: KEY, model: "m" }, file, {
      signal: quiet,
      timeoutMs,
    }).catch((thrown: unknown) => thrown)
    if (!(error instanceof ProblemError)) throw error
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/sk-never|secret-words/)
    return error
  }

  it.each([
    [401, "transcription_refused", /key that is set/],
    [403, "transcription_refused", /with the key that is set/],
    [404, "transcription_refused", /no recordings are transcribed/],
    [413, "transcription_refused", /larger than/],
    [422, "transcription_refused", /didn’t take/],
    [429, "transcription_refused", /no more recordings at the moment/],
    [500, "transcription_failed", /broke off/],
    [503, "transcription_failed", /broke off/],
  ] as const)("answering %i is told as %s, and what it wrote isn’t passed on", async (status, id, detail) => {
    service.answer = (response, { headers }) =>
      response.writeHead(status).end(`secret-words, you sent ${headers.authorization}`)
    const error = await failure()
    expect([error.id, error.message]).toEqual([id, expect.stringMatching(detail)])
    expect(error.status).toBe(502)
    const problem = await problemOf(person.client.rehearsals.transcribe({ params }))
    expect(problem?.id).toBe(id)
    expect(JSON.stringify(problem)).not.toMatch(/sk-never|secret-words/)
  })

  it("and refuses before it has heard all of it gets no more of it", async () => {
    const piece = Buffer.alloc(65_536)
    const pieces = 1000
    let sent = 0
    const long = Readable.from(
      (function* () {
        for (; sent < pieces; sent++) yield piece
      })(),
    )
    const file = { mediaType: "video/mp4", bytes: pieces * piece.length, open: () => long }
    const deaf = await startTestService({ deaf: true })
    try {
      deaf.answer = (response) => response.writeHead(413).write("too ")
      expect((await failure(deaf.base, { timeoutMs: 5000, file })).id).toBe("transcription_refused")
      await vi.waitFor(() => expect(long.destroyed).toBe(true))
      expect(sent).toBeLessThan(pieces)
    } finally {
      await deaf.close()
    }
  })

  it("and sends us elsewhere isn’t followed", async () => {
    const elsewhere = await startTestService()
    try {
      for (const status of [301, 307]) {
        service.answer = (response) =>
          response.writeHead(status, { location: `${elsewhere.base}/audio/transcriptions` }).end()
        const error = await failure()
        expect([error.id, error.message]).toEqual([
          "transcription_failed",
          expect.stringMatching(/another address/),
        ])
      }
      expect(elsewhere.got).toEqual([])
    } finally {
      await elsewhere.close()
    }
  })

  it("and answers something else than a transcript is told so", async () => {
    for (const body of [
      "<!doctype html><p>secret-words",
      "",
      "null",
      "[]",
      '{"words":"secret-words"}',
      '{"text":4}',
      '{"text":"secret-words',
      JSON.stringify({ text: "a".repeat(MAX_TRANSCRIPT + 1) }),
    ]) {
      service.answer = (response) => response.end(body)
      expect((await failure()).id, body.slice(0, 30)).toBe("transcription_unreadable")
    }
    const longest = "\u00e9".repeat(MAX_TRANSCRIPT)
    service.answer = (response) => response.end(JSON.stringify({ text: longest }))
    expect(
      await transcribe({ base: service.base, key: "", model: "m" }, sound(), { signal: quiet }),
    ).toHaveLength(MAX_TRANSCRIPT)
    expect(service.got.at(-1)?.headers.authorization).toBeUndefined()
  })

  it("and never ends its answer is left after as much as a transcript can have", async () => {
    let sent = 0
    service.answer = (response) => {
      const more = () => {
        while (!response.destroyed) {
          sent += 65_536
          if (!response.write("secret-words ".repeat(5042).slice(0, 65_536))) break
        }
      }
      response.on("drain", more)
      more()
    }
    expect((await failure()).id).toBe("transcription_unreadable")
    await vi.waitFor(async () => expect(await service.open()).toBe(0))
    expect(sent).toBeLessThan(20_000_000)
  })

  it.each([
    ["says nothing", () => {}],
    [
      "says a word now and then",
      (response) => {
        const timer = setInterval(() => response.write(" "), 20)
        response.on("close", () => clearInterval(timer))
      },
    ],
  ] as const satisfies [string, TestService["answer"]][])(
    "and %s is left when its time is over",
    async (_, answer) => {
      service.answer = answer
      const error = await failure(service.base, { timeoutMs: 300 })
      expect([error.id, error.status]).toEqual(["transcription_slow", 504])
      await vi.waitFor(async () => expect(await service.open()).toBe(0))
    },
  )

  it("and isn’t there, or hangs up, is told apart from a file of ours that can’t be read", async () => {
    const gone = await startTestService()
    await gone.close()
    expect((await failure(gone.base)).id).toBe("transcription_failed")
    service.answer = (response) => response.destroy()
    expect((await failure()).id).toBe("transcription_failed")
    const lost = {
      ...sound(),
      open: () =>
        new Readable({
          read() {
            this.destroy(new Error("disk"))
          },
        }),
    }
    await expect(failure(service.base, { timeoutMs: 5000, file: lost })).rejects.toThrow("disk")
    await vi.waitFor(async () => expect(await service.open()).toBe(0))
  })
})
