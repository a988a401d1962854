// Measures the running product with ten thousand applications, beside a bare Fastify with one SELECT on the same database.
// `npm run bench` uses the bundled database; `npm run bench -- postgres://…` a server's empty one as well.
import { randomUUID } from "node:crypto"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { api, createClient } from "@backfill/contract"
import { silent, startBundled } from "@backfill/server"
import { Pool, type PoolConfig } from "pg"
import { type Line, type Load, measure, tableOf } from "./measure.ts"
import { type Served, serve } from "./processes.ts"
import { EACH, OPENINGS, seed, type Seeded } from "./seed.ts"

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 6)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Creates the owner with the printed link; answers the cookie. */
async function setUp(server: Served): Promise<string> {
  for (let tries = 0; tries < 200 && !/\/set-up#\S+/.test(server.output()); tries++) await sleep(50)
  const token = /\/set-up#(\S+)/.exec(server.output())?.[1]
  const person = {
    name: "Bea Bench",
    email: "bea@bench.example",
    password: "a long enough one",
    timeZone: "UTC",
  }
  const answer = await fetch(`${server.url}/api/set-up`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-backfill": "1" },
    body: JSON.stringify({ token, purpose: "hire", organisation: "Bench", ...person }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0]
  if (!answer.ok || cookie === undefined)
    throw new Error(`The owner couldn't be created: ${answer.status} ${await answer.text()}`)
  return cookie
}

/** What is measured, slowest last; the first is what the others are compared with. */
function loadsOn(product: Served, bare: Served, cookie: string, seeded: Seeded): Load[] {
  const { openingId, applicationIds, writers } = seeded
  const one = (n: number) => applicationIds[n % applicationIds.length] ?? ""
  const get = (path: string) => ({ method: "GET", path, headers: { cookie } })
  const story = (n: number) => get(`/api/applications/${one(n)}`)
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
    return {
      method: "POST",
      path: `/api/interviews/${writer?.interviewId}/sync`,
      headers: { cookie: writer?.cookie ?? "", "content-type": "application/json", "x-backfill": "1" },
      body: JSON.stringify({ notes: [line], events: [] }),
    }
  }
  const all = { url: product.url, connections: 10, seconds: SECONDS }
  return [
    {
      ...all,
      what: "bare Fastify, one SELECT",
      url: bare.url,
      request: (n) => get(`/applications/${one(n)}`),
    },
    { ...all, what: "read: who is signed in", request: () => get("/api/session") },
    { ...all, what: "read: one opening", request: () => get(`/api/openings/${openingId}`) },
    { ...all, what: "read: one application and its story", request: story },
    {
      ...all,
      what: "read: board of 1,000",
      connections: 1,
      request: () => get(`/api/openings/${openingId}/board`),
    },
    { ...all, what: "write: a note", request: note },
    {
      ...all,
      what: "read at 200/s: one opening",
      connections: 20,
      overallRate: 200,
      request: () => get(`/api/openings/${openingId}`),
    },
    { ...all, what: "read at 200/s: one application", connections: 20, overallRate: 200, request: story },
    { ...all, what: "write at 200/s: a note", connections: 20, overallRate: 200, request: note },
  ]
}

async function bench(name: string, databaseUrl: string): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), "backfill-bench-"))
  // Started by root, the database runs as somebody else and has to get in here.
  await chmod(folder, 0o711)
  const dataDir = join(folder, "store")
  const product = await serve("server/src/main.ts", "/readyz", {
    BACKFILL_DATA: dataDir,
    DATABASE_URL: databaseUrl,
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
    const lines: Line[] = []
    for (const load of loadsOn(product, bare, cookie, seeded)) {
      await measure({ ...load, seconds: 1 })
      lines.push(await measure(load))
    }
    say(tableOf(lines))
    return lines
  } finally {
    await pool.end()
    await bare.stop()
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const lines = await bench("Bundled PostgreSQL", "")
for (const url of process.argv.slice(2)) lines.push(...(await bench("PostgreSQL of a server", url)))
say("\nAims: reads at 0.40 of bare or more; p99 under 50 ms at 200/s; board of 1,000 under 1,000 ms.")
process.exit(lines.some((line) => line.failed > 0) ? 1 : 0)
