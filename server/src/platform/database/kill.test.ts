import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { afterAll, expect, test } from "vitest"
import { type BundledDatabase, startBundled } from "./launcher.ts"
import { silent } from "./log.ts"
import { signal } from "./processes.ts"
import { openWorkshop } from "./test-processes.ts"

const rounds = Number(process.env["KILL_ROUNDS"] ?? 10)
const victims = ["server", "database", "both"] as const
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
      const writer = await workshop.run("writer-process.ts", dataDir, `round${round}`)
      expect(writer.answer.problem, `round ${round}`).toBeUndefined()
      await sleep(30 + 400 * fraction(round + 1))
      if (victim !== "server") signal(writer.answer.pid ?? 0, "SIGKILL")
      if (victim === "database") {
        // The server goes on: it starts its database again and finishes what it had begun.
        const before = writer.lines.length
        for (let tries = 0; writer.lines.length < before + 20 && tries < 1_000; tries++) await sleep(20)
        expect(writer.lines.length, `round ${round}: writes after the database was killed`).toBeGreaterThan(
          before,
        )
        restarted++
      }
      writer.child.kill("SIGKILL")
      await writer.ended
      await writer.closed
      acknowledged.push(...writer.lines)
    }
    database = await startBundled({ dataDir, log: silent })
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
    expect(acknowledged.length).toBeGreaterThan(10 * rounds)
    expect(restarted).toBe(Math.floor((rounds + 1) / 3))
    expect([sums[0]?.fsync, damaged]).toEqual(["on", []])
  },
  60_000 + rounds * 20_000,
)
