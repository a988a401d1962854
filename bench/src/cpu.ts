import { readdirSync, readFileSync } from "node:fs"
import type { Pool } from "pg"

/** Linux counts in hundredths of a second. */
const TICK_MS = 10

interface Use {
  parent: number
  /** Milliseconds of the process itself. */
  own: number
  /** Milliseconds of its children that have ended. */
  ended: number
}

/** What a process has used so far; undefined where the system doesn't tell or the process isn't there. */
function useOf(pid: number): Use | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name in brackets may hold anything; after it come state, parent, and so on.
    const words = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number)
    const [parent = 0, user = 0, system = 0, children = 0, childrenSystem = 0] = [1, 11, 12, 13, 14].map(
      (place) => words[place] ?? 0,
    )
    return { parent, own: (user + system) * TICK_MS, ended: (children + childrenSystem) * TICK_MS }
  } catch {
    return undefined
  }
}

/** Milliseconds of CPU that a server and its database have used so far; NaN for what can't be seen from here. */
export interface Cpu {
  server: number
  database: number
}
/** Reads what the server with this process id and the database have used. */
export type Meter = (pid: number) => Cpu

/** Milliseconds of CPU that one process has used so far; NaN where the system doesn’t tell. */
export const cpuOf = (pid: number): number => useOf(pid)?.own ?? Number.NaN

/** A meter for the database behind the pool, if it runs on this machine. */
export async function meterFor(pool: Pool): Promise<Meter> {
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid")
  const main = useOf(rows[0]?.pid ?? 0)?.parent ?? 0
  const runsHere = main > 1 && readFileSync(`/proc/${main}/comm`, "utf8").startsWith("postgres")
  return (pid) => ({
    server: useOf(pid)?.own ?? Number.NaN,
    database: runsHere ? useOfAll(main) : Number.NaN,
  })
}

/** Everything below PostgreSQL's main process: each connection is a process of its own. */
function useOfAll(main: number): number {
  const { own, ended } = useOf(main) ?? { own: 0, ended: 0 }
  const children = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) ? (useOf(Number(name)) ?? []) : [],
  )
  return children.reduce((sum, use) => sum + (use.parent === main ? use.own : 0), own + ended)
}
