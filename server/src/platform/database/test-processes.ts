import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import type { ClientConfig } from "pg"
import { signal } from "./processes.ts"

/** What a started stand-in says first. */
export interface Answer {
  origin?: string
  connection?: ClientConfig & { host: string }
  pid?: number
  problem?: string
  message?: string
}

/** A program of `fixtures/` that runs. */
export interface Running {
  child: ChildProcess
  answer: Answer
  /** All lines after the first, as they come. */
  lines: string[]
  ended: Promise<unknown>
  /** Fulfilled when all it printed has been read. */
  closed: Promise<unknown>
}

/** A folder for one test file and the processes it starts; `clean` ends and removes both. */
export interface Workshop {
  folder: string
  run(program: string, ...words: string[]): Promise<Running>
  clean(): void
}

/** Makes a folder that the database's account may enter. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "backfill-it-"))
  chmodSync(folder, 0o711)
  const started: Running[] = []
  return {
    folder,
    async run(program, ...words) {
      const path = fileURLToPath(new URL(`fixtures/${program}`, import.meta.url))
      const child = spawn(process.execPath, [path, ...words], {
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
      })
      const ended = once(child, "exit")
      const lines: string[] = []
      const reader = createInterface({ input: child.stdout })
      // What follows the first line in the same breath must find its listener there.
      const first = new Promise<[string]>((resolve) => {
        reader.once("line", (line) => {
          reader.on("line", (next) => lines.push(next))
          resolve([line])
        })
      })
      const closed = once(reader, "close")
      const failed = closed.then(() => [`{"problem":"silent"}`])
      const [line] = (await Promise.race([first, failed])) as [string]
      const running = { child, answer: JSON.parse(line) as Answer, lines, ended, closed }
      started.push(running)
      return running
    },
    clean() {
      for (const { child, answer } of started) {
        if (child.pid && child.exitCode === null && child.signalCode === null) signal(child.pid, "SIGKILL")
        const host = answer.connection?.host
        if (host) rmSync(host, { recursive: true, force: true })
      }
      for (const name of ["data", "long"]) killPostmaster(join(folder, name))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Ends whatever PostgreSQL still works below a folder of these tests. */
export function killPostmaster(dataDir: string): void {
  try {
    const pid = Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10)
    if (pid > 0 && pid !== process.pid) signal(pid, "SIGKILL")
  } catch {
    // None there.
  }
}
