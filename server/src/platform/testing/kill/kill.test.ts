import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { seeded } from "@backfill/core"
import { Client } from "pg"
import { afterAll, expect, it } from "vitest"
import { startBundled, silent } from "../../database/index.ts"
import { postgresFolder } from "../../database/marker.ts"
import { postmasterPid } from "../../database/postmaster.ts"
import { isAlive, signal } from "../../database/processes.ts"
import {
  clientOf,
  freePort,
  ready,
  type ServerProcess,
  setUpOwner,
  startServerProcess,
} from "../server-process.ts"
import { awaited, NEVER, until } from "./awaited.ts"
import { type Acknowledged, startWriters, type Targets } from "./writers.ts"

const rounds = Number(process.env["KILL_ROUNDS"] ?? 3)
/** Another seed, other moments; a failing run is repeated with the one it names. */
const seed = process.env["KILL_SEED"] ?? "kill"
/** For a server to get ready, its database's recovery included. */
const PATIENCE_SECONDS = 500
const VICTIMS = ["server", "database", "both"] as const

let folder: string
let server: ServerProcess | undefined

afterAll(async () => {
  await server?.kill("SIGTERM")
  await rm(folder, { recursive: true, force: true })
}, PATIENCE_SECONDS * 1000)

it(
  `${rounds} kills of server, database or both lose and double nothing that was acknowledged`,
  async () => {
    folder = await mkdtemp(join(tmpdir(), "backfill-kill-"))
    // Started by root, the database runs as somebody else and has to get in here.
    await chmod(folder, 0o711)
    const dataDir = join(folder, "store")
    const settings = { PORT: String(await freePort()), BACKFILL_DATA: dataDir, TRUSTED_PROXIES: "127.0.0.1" }
    server = await startServerProcess(settings, PATIENCE_SECONDS)
    const targets = await prepare(server)
    const acknowledged: Acknowledged = { notes: [], applicants: [], draft: { version: 0, saves: 0 } }
    const chance = seeded(seed)
    for (let round = 0; round < rounds; round++) {
      const victim = VICTIMS[round % VICTIMS.length]
      const during = `seed ${seed}, round ${round} (${victim})`
      const writers = startWriters(targets, acknowledged, round)
      await sleep(50 + 650 * chance.uniform())
      const pid = postmasterPid(postgresFolder(dataDir))
      expect(pid, `${during}: the database runs before it is killed`).toBeDefined()
      if (victim !== "server") signal(pid ?? 0, "SIGKILL")
      if (victim === "database")
        await awaited(
          `${during}: the database's end`,
          until(() => !isAlive(pid ?? 0)),
        )
      else {
        await awaited(`${during}: the server's end`, server.kill("SIGKILL"))
        server = await startServerProcess(settings, PATIENCE_SECONDS)
      }
      await awaited(`${during}: the server's being ready`, ready(server, PATIENCE_SECONDS))
      // What was under way has now been sent again, and has its answer.
      await awaited(() => `${during}: the answer to ${writers.waiting()}`, writers.stop())
      if (round % 10 === 9 || round === rounds - 1)
        await awaited(`${during}: looking at everything`, verify(targets, acknowledged, dataDir, during))
    }
    // A hand gets in at least one write a round, since what it had begun is waited for; a slow machine gets in no more.
    expect(acknowledged.notes.length, "notes").toBeGreaterThanOrEqual(rounds)
    expect(acknowledged.applicants.length, "applications").toBeGreaterThanOrEqual(rounds)
    expect(acknowledged.draft.saves, "drafts").toBeGreaterThanOrEqual(rounds)
  },
  NEVER,
)

async function prepare({ url }: ServerProcess): Promise<Targets> {
  const cookie = await setUpOwner(server as ServerProcess)
  const { openings, interviews } = clientOf(url, { cookie })
  await openings.sample({ body: {} })
  const { items } = await interviews.mine()
  const free = items.filter((one) => one.kind === "interview" && one.mine === "to-do").map((one) => one.id)
  const open = (await openings.list()).items.find((one) => one.state === "open")
  expect([free.length > 0, open !== undefined]).toEqual([true, true])
  return { url, cookie, slug: open?.slug ?? "", interviewIds: free, cardOf: free[0] ?? "" }
}

/** Looks at everything acknowledged through the API, and in the tables for what is there twice. */
async function verify(
  { url, cookie, interviewIds, cardOf }: Targets,
  acknowledged: Acknowledged,
  dataDir: string,
  where: string,
): Promise<void> {
  const { interviews, system } = clientOf(url, { cookie })
  const notes = (
    await Promise.all(interviewIds.map((interviewId) => interviews.console({ params: { interviewId } })))
  ).flatMap((one) => one.notes.map((note) => note.id))
  expect(notes.toSorted(), where).toEqual(acknowledged.notes.toSorted())
  const card = await interviews.scorecard({ params: { interviewId: cardOf } })
  const { version, saves } = acknowledged.draft
  expect([card.version, card.reason], where).toEqual([version, `draft ${saves}`])
  expect(await system.verifyAudit(), where).toMatchObject({ ok: true, firstBad: null })

  const joined = await startBundled({ dataDir, log: silent, attach: true, create: false })
  const client = new Client(joined.connection)
  await client.connect()
  const all = async <T extends object>(query: string) => (await client.query<T>(query)).rows
  try {
    const applicants = await all<{ email: string }>(
      "select email from hiring.applications a join hiring.candidates c on c.id = a.candidate_id where email like 'applicant.%'",
    )
    expect(applicants.map((row) => row.email).toSorted(), where).toEqual(acknowledged.applicants.toSorted())
    const [recorded] = await all<{ notes: number; drafts: number; submitted: number }>(
      `select count(*) filter (where action = 'notes sent')::int as notes,
              count(*) filter (where record = 'scorecard' and record_id like '${cardOf}%')::int as drafts,
              count(*) filter (where action = 'submitted' and record_id in (select a.id::text from hiring.applications a join hiring.candidates c on c.id = a.candidate_id where email like 'applicant.%'))::int as submitted
       from platform.audit`,
    )
    // Each write left one entry in its chain: none acted twice.
    expect(recorded?.drafts, where).toBe(saves)
    expect(recorded?.submitted, where).toBe(acknowledged.applicants.length)
    const [sums] = await all<{ fsync: string; durable: string; damaged: number }>(
      "select current_setting('fsync') as fsync, current_setting('full_page_writes') as durable, (select coalesce(sum(checksum_failures), 0)::int from pg_stat_database) as damaged",
    )
    expect(sums, where).toEqual({ fsync: "on", durable: "on", damaged: 0 })
  } finally {
    await client.end()
    await joined.stop()
  }
}
