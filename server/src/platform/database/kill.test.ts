import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { afterAll, expect, test } from "vitest"
import { type BundledDatabase, startBundled } from "./launcher.ts"
import { silent } from "./log.ts"
import { signal } from "./processes.ts"
import { openWorkshop } from "./test-processes.ts"
import { awaited, NEVER, until } from "../testing/kill/awaited.ts"

const rounds = Number(process.env["KILL_ROUNDS"] ?? 10)
const victims = ["server", "database", "both"] as const
/** Writes to be acknowledged after the database of a living server was killed. */
const AFTERWARDS = 20
const workshop = openWorkshop()
const dataDir = join(workshop.folder, "data")
let database: BundledDatabase | undefined

afterAll(async () => {
  await database?.stop()
  workshop.clean()
})

/** The nth fraction of a fixed low-discrepancy series, so that a failing run can be repeated with the same moments. */
const fraction = (n: number) => (n * 0.618_033_988_749_895) % 1

test(
  `${rounds} kills of server, database or both under a load of writes lose and double nothing`,
  async () => {
    const acknowledged: string[] = []
    let restarted = 0
    for (let round = 0; round < rounds; round++) {
      const victim = victims[round % victims.length]
      const during = `round ${round} (${victim})`
      const writer = await awaited(
        `${during}: the start of a server and its database`,
        workshop.run("writer-process.ts", dataDir, `round${round}`),
      )
      expect(writer.answer.problem, `round ${round}`).toBeUndefined()
      await sleep(30 + 400 * fraction(round + 1))
      if (victim !== "server") signal(writer.answer.pid ?? 0, "SIGKILL")
      if (victim === "database") {
        // The server goes on: it starts its database again and finishes what it had begun.
        const before = writer.lines.length
        await awaited(
          `${during}: ${AFTERWARDS} writes after the database was killed`,
          until(() => writer.lines.length >= before + AFTERWARDS || writer.child.exitCode !== null),
        )
        expect(writer.child.exitCode, `${during}: the server goes on`).toBeNull()
        restarted++
      }
      writer.child.kill("SIGKILL")
      await awaited(`${during}: the end of a killed server`, Promise.all([writer.ended, writer.closed]))
      acknowledged.push(...writer.lines)
    }
    database = await awaited("the last start", startBundled({ dataDir, log: silent }))
    const client = new Client(database.connection)
    await client.connect()
    const { rows: written } = await client.query<{ key: string }>("select key from written")
    const { rows: sums } = await client.query<{ total: string; fsync: string }>(
      "select coalesce(sum(n), 0) as total, current_setting('fsync') as fsync from total",
    )
    const { rows: damaged } = await client.query(
      "select datname from pg_stat_database where checksum_failures > 0",
    )
    await client.end()
    const present = new Set(written.map(({ key }) => key))
    expect(acknowledged.filter((key) => !present.has(key))).toEqual([])
    expect([present.size, Number(sums[0]?.total)]).toEqual([written.length, written.length])
    // A hand begins a write once the one before is acknowledged for certain, however slowly anybody reads: at most one
    // per hand and round was under way when its process died, done and not acknowledged.
    expect(written.length - acknowledged.length).toBeLessThanOrEqual(4 * rounds)
    // How many a round gets in before the kill is the machine's affair; so many were waited for.
    expect(acknowledged.length).toBeGreaterThanOrEqual(AFTERWARDS * restarted)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(restarted).toBe(Math.floor((rounds + 1) / 3))
    expect([sums[0]?.fsync, damaged]).toEqual(["on", []])
  },
  NEVER,
)
