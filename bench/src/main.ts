// Measures the running product with ten thousand applications, beside a bare Fastify with one SELECT on the same database.
// `npm run bench` does so on the bundled database and on a server: this machine's, or the empty one in BENCH_DATABASE_URL.
import { randomInt, randomUUID } from "node:crypto"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { api, createClient } from "@backfill/contract"
import { silent, startBundled } from "@backfill/server"
import { Pool, type PoolConfig } from "pg"
import { meterFor } from "./cpu.ts"
import { lineOf, measureCoach } from "./coach.ts"
import { type Figures, type Line, type Load, measureBeside, middleOf, tableOf } from "./measure.ts"
import { measurePaced } from "./paced.ts"
import { startOwnServer } from "./own-server.ts"
import { type Served, serve } from "./processes.ts"
import { setUp } from "./set-up.ts"
import { EACH, OPENINGS, seed, type Seeded } from "./seed.ts"

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 3)
const TURNS = 3
const say = (line: string) => process.stdout.write(`${line}\n`)

/** What an applicant sends. */
const submission = (name: string) => ({
  name,
  email: `${name}@applicants.example`,
  phone: "+31 6 1234",
  timeZone: "Europe/Bucharest",
  uploadId: null,
  resumeText: "Ran pipelines for six years. ".repeat(40),
  coverLetter: "",
  answers: {
    "right-to-work": true,
    "on-call-rotation": true,
    "years-running-pipelines": 6,
    "strongest-areas": ["pipelines"],
    "pipeline-you-ran": "Port calls, forty thousand a day.",
  },
  adjustments: null,
})

const PER_SECOND = 200
const AT_200 = { connections: 20, seconds: 6 * SECONDS }

interface Loads {
  bare: Load
  /** As fast as they go, each beside the bare server. */
  free: Load[]
  /** At two hundred requests a second, where what counts is how long one waits. */
  paced: Load[]
}

function loadsOn(product: Served, bareServer: Served, cookie: string, seeded: Seeded): Loads {
  const { openingId, openSlug, applicationIds, writers } = seeded
  const one = (n: number) => applicationIds[n % applicationIds.length] ?? ""
  const get = (path: string) => ({ method: "GET", path, headers: { cookie } })
  const post = (path: string, headers: Record<string, string>, body: unknown) => ({
    method: "POST",
    path,
    headers: { ...headers, "content-type": "application/json", "x-backfill": "1" },
    body: JSON.stringify(body),
  })
  const opening = () => get(`/api/openings/${openingId}`)
  const application = (n: number) => get(`/api/applications/${one(n)}`)
  const story = (n: number) => get(`/api/applications/${one(n)}/story`)
  const note = (n: number) => {
    const writer = writers[n % writers.length]
    const line = {
      id: randomUUID(),
      itemId: "intro",
      atSeconds: n % 3600,
      text: "Named the late events before being asked.",
      editedAt: new Date().toISOString(),
      deleted: false,
      device: "bench",
      seq: n,
    }
    return post(
      `/api/interviews/${writer?.interviewId}/sync`,
      { cookie: writer?.cookie ?? "" },
      { notes: [line], events: [] },
    )
  }
  // Each applicant writes from an address of their own, since one address may only send some.
  const apply = () => {
    const from = randomInt(2 ** 24)
    const address = `10.${from >> 16}.${(from >> 8) & 255}.${from & 255}`
    return post(
      `/api/public/openings/${openSlug}/applications`,
      { "x-forwarded-for": address },
      submission(randomUUID()),
    )
  }
  const all = { server: product, connections: 10, seconds: SECONDS }
  const same = { ...all, server: bareServer }
  return {
    bare: {
      ...all,
      what: "bare Fastify, one SELECT",
      server: bareServer,
      request: (n) => get(`/applications/${one(n)}`),
    },
    free: [
      { ...all, what: "read: who is signed in", request: () => get("/api/session") },
      { ...all, what: "read: one opening", request: opening },
      {
        ...same,
        what: "bare Fastify, same SELECT: one opening",
        request: () => get(`/openings/${openingId}`),
      },
      { ...all, what: "read: one application", request: application },
      {
        ...same,
        what: "bare Fastify, same SELECT: one application",
        request: (n) => get(`/pages/${one(n)}`),
      },
      { ...all, what: "read: the story of one application", request: story },
      {
        ...all,
        what: "read: board of 1,000, one reader",
        connections: 1,
        request: () => get(`/api/openings/${openingId}/board`),
      },
      { ...all, what: "write: a note", request: note },
      { ...all, what: "write: an application", request: apply },
    ],
    paced: [
      { ...all, ...AT_200, what: "read at 200/s: one opening", request: opening },
      { ...all, ...AT_200, what: "read at 200/s: one application", request: application },
      { ...all, ...AT_200, what: "read at 200/s: the story of one application", request: story },
      { ...all, ...AT_200, what: "write at 200/s: a note", request: note },
    ],
  }
}

async function bench(name: string, databaseUrl: string): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), "backfill-bench-"))
  // Started by root, the database runs as somebody else and has to get in here.
  await chmod(folder, 0o711)
  const dataDir = join(folder, "store")
  const product = await serve("server/src/main.ts", "/readyz", {
    BACKFILL_DATA: dataDir,
    DATABASE_URL: databaseUrl,
    TRUSTED_PROXIES: "127.0.0.1",
  })
  const joined = databaseUrl
    ? undefined
    : await startBundled({ dataDir, log: silent, attach: true, create: false })
  const connection: PoolConfig = joined?.connection ?? { connectionString: databaseUrl }
  const pool = new Pool({ ...connection, max: 2 })
  const bare = await serve("bench/src/bare.ts", "/ready", { CONNECTION: JSON.stringify(connection) })
  try {
    const cookie = await setUp(product)
    const client = createClient(api, (url, init) => fetch(url, init as RequestInit), product.url, { cookie })
    const { openingId } = await client.openings.sample({ body: {} })
    const seeded = await seed(pool, openingId)
    say(
      `\n## ${name}: ${(OPENINGS * EACH).toLocaleString("en")} applications, ${cpus().length} processors, load before ${loadavg()[0]?.toFixed(1)}\n`,
    )
    const meter = await meterFor(pool)
    const loads = loadsOn(product, bare, cookie, seeded)
    const lines: Line[] = []
    const bares: Figures[] = []
    for (const load of loads.free) {
      const beside = await measureBeside(loads.bare, load, TURNS, meter)
      bares.push(beside.bare)
      lines.push(beside.line)
    }
    for (const load of loads.paced)
      lines.push({ what: load.what, ...(await measurePaced(load, PER_SECOND, meter)), ofBare: undefined })
    lines.unshift({ what: loads.bare.what, ...middleOf(bares), ofBare: 1 })
    say(tableOf(lines))
    return lines
  } finally {
    await pool.end()
    await bare.stop()
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const coach = measureCoach()
say(lineOf(coach))
const lines = await bench("Bundled PostgreSQL", "")
const given = process.env["BENCH_DATABASE_URL"]
const own = given ? undefined : await startOwnServer()
if (given) lines.push(...(await bench("PostgreSQL in BENCH_DATABASE_URL", given)))
else if (own) lines.push(...(await bench(own.version, own.url).finally(() => own.stop())))
else
  say("\nThere is no PostgreSQL server here to measure as well. BENCH_DATABASE_URL names an empty database.")
say("\nAims: reads at 0.40 of bare or more; p99 under 50 ms at 200/s; board of 1,000 under 1,000 ms.")
process.exit(coach.ofLoop >= 1 || lines.some((line) => line.failed > 0) ? 1 : 0)
