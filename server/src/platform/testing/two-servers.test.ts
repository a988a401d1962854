import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, it } from "vitest"
import { takeTestDatabase, type TestDatabase } from "../database/index.ts"
import {
  addressOf,
  clientOf,
  freePort,
  type ServerProcess,
  setUpOwner,
  startServerProcess,
} from "./server-process.ts"

const OWNER = { email: "olga@havenlicht.example", password: "a long enough one" }
let database: TestDatabase
let data: string
let one: ServerProcess
let other: ServerProcess
let cookie: string

beforeAll(async () => {
  database = await takeTestDatabase()
  data = await mkdtemp(join(tmpdir(), "backfill-two-"))
  const shared = { DATABASE_URL: addressOf(database.connection), BACKFILL_DATA: data }
  one = await startServerProcess({ ...shared, PORT: String(await freePort()) })
  other = await startServerProcess({ ...shared, PORT: String(await freePort()) })
  // Each start prints a new link; the latest is the one that counts.
  cookie = await setUpOwner(other)
})
afterAll(async () => {
  await Promise.all([one?.kill("SIGTERM"), other?.kill("SIGTERM")])
  await database?.drop()
  await rm(data, { recursive: true, force: true })
})

/** An open event stream and everything it has said. */
async function listen(server: ServerProcess, session: string) {
  const stop = new AbortController()
  const answer = await fetch(`${server.url}/api/events`, {
    headers: { cookie: session },
    signal: stop.signal,
  })
  expect(answer.status).toBe(200)
  let said = ""
  let ended = false
  const reading = (async () => {
    for await (const chunk of answer.body ?? []) said += new TextDecoder().decode(chunk)
    ended = true
  })().catch(() => undefined)
  return { said: () => said, ended: () => ended, close: () => (stop.abort(), reading) }
}

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end && !holds(); ) await sleep(20)
  return holds()
}

async function signIn(server: ServerProcess): Promise<string> {
  const answer = await post(server, "/api/sessions", OWNER)
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? ""
}

const post = (server: ServerProcess, path: string, body: unknown) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-backfill": "1" },
    body: JSON.stringify(body),
  })

it("tells the pages of one server what changed on the other", async () => {
  const stream = await listen(other, cookie)
  const { openings } = clientOf(one.url, { cookie })
  const made = await openings.create({
    body: {
      kitId: "data-engineer",
      level: "mid",
      title: "Data engineer",
      location: "",
      description: "Tides.",
    },
  })
  expect(await within(5000, () => stream.said().includes(made.id))).toBe(true)
  // What one has written, the other reads.
  const read = await clientOf(other.url, { cookie }).openings.read({ params: { openingId: made.id } })
  expect(read.title).toBe("Data engineer")
  await stream.close()
})

it("closes the pages of one server when their session ends on the other, within five seconds", async () => {
  const session = await signIn(one)
  const stream = await listen(other, session)
  const staying = await listen(other, cookie)
  await clientOf(one.url, { cookie: session }).accounts.signOut()
  expect(await within(5000, () => stream.ended())).toBe(true)
  expect(stream.said()).toContain("revoked")
  expect(staying.ended()).toBe(false)
  await staying.close()
})

it("acts once on a key, whichever server hears it", async () => {
  const key = randomUUID()
  const body = { email: "new@havenlicht.example", roles: ["interviewer" as const] }
  const tries = [one, other, one, other].map((server) =>
    clientOf(server.url, { cookie })
      .accounts.invite({ key, body })
      .then(
        () => "made",
        (error: { problem?: { id: string } }) => error.problem?.id,
      ),
  )
  expect((await Promise.all(tries)).filter((outcome) => outcome === "made")).toHaveLength(1)
  const { items } = await clientOf(other.url, { cookie }).accounts.invitations()
  expect(items.filter((item) => item.email === body.email)).toHaveLength(1)
})

it("counts tries on both servers together", async () => {
  const email = "guess@havenlicht.example"
  const statuses: number[] = []
  for (let n = 0; n < 11; n++) {
    const answer = await post(n % 2 === 0 ? one : other, "/api/sessions", {
      email,
      password: `wrong guess ${n}`,
    })
    statuses.push(answer.status)
  }
  // Ten in a minute, wherever they arrive.
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
})
