import { spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "./processes.ts"

const INSTALLED = "/usr/lib/postgresql"

/** A PostgreSQL server for the time of the measurement. */
export interface OwnServer {
  url: string
  version: string
  stop(): void
}

function mustRun(command: string, words: readonly string[], options: object = {}): string {
  const { status, error, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", ...options })
  if (status !== 0)
    throw new Error(`${command} failed: ${error?.message ?? ""}${stdout ?? ""}${stderr ?? ""}`)
  return stdout ?? ""
}

/** PostgreSQL never runs as root: then it is the account that its package has made. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(mustRun("id", [flag, "postgres"]))
  return { uid: id("-u"), gid: id("-g") }
}

/** Starts the oldest PostgreSQL of this machine's packages in a folder of its own; undefined where there is none. */
export async function startOwnServer(): Promise<OwnServer | undefined> {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : []
  const bins = versions.toSorted((a, b) => a - b).map((version) => join(INSTALLED, String(version), "bin"))
  const bin = bins.find((folder) => existsSync(join(folder, "postgres")))
  if (bin === undefined) return undefined
  const who = account()
  const folder = mkdtempSync(join(tmpdir(), "backfill-bench-server-"))
  chmodSync(folder, 0o700)
  if (who) chownSync(folder, who.uid, who.gid)
  const options = { ...who, cwd: folder, env: { PATH: process.env["PATH"], LC_ALL: "C" } }
  const data = join(folder, "data")
  const port = await freePort()
  const settings = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories=${folder}`
  mustRun(join(bin, "initdb"), ["-D", data, "-U", "backfill", "-A", "trust", "-E", "UTF8"], options)
  const start = ["-D", data, "-w", "-l", join(folder, "log"), "-o", settings, "start"]
  mustRun(join(bin, "pg_ctl"), start, { ...options, stdio: "ignore" })
  return {
    url: `postgres://backfill@127.0.0.1:${port}/postgres`,
    version: mustRun(join(bin, "postgres"), ["--version"]).trim(),
    stop() {
      spawnSync(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], { ...options, stdio: "ignore" })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
