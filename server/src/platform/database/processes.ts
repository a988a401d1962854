import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs"

/**
 * A word that belongs to one run of one process: the same pid used again later gets another word.
 * Undefined when no such process runs; a zombie counts as gone. On Linux it is the boot and the start in clock
 * ticks (field 22 of `/proc/<pid>/stat`, proc(5)); elsewhere what `ps` knows.
 */
export function processToken(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (!existsSync("/proc/self/stat")) return ps(pid, "lstart")
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    if (fields[0] === "Z" || fields[0] === "X") return undefined
    return `${bootId()}:${fields[19]}`
  } catch {
    return undefined
  }
}

/** Whether a process with this pid runs now. */
export function isAlive(pid: number): boolean {
  return processToken(pid) !== undefined
}

/** The command line a process was started with, its words joined by spaces; empty when it can't be read. */
export function commandLine(pid: number): string {
  if (!existsSync("/proc/self/stat")) return ps(pid, "command") ?? ""
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
  } catch {
    return ""
  }
}

/**
 * The pids of all processes whose working folder is `folder`: PostgreSQL's processes all work inside their data
 * folder. Only Linux can tell; elsewhere the answer is empty, and PostgreSQL's own shared-memory check must do.
 */
export function processesWorkingIn(folder: string): number[] {
  if (!existsSync("/proc/self/stat")) return []
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isAlive(pid) && workingFolder(pid) === folder)
}

/** Sends a signal; a process that has gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal: what the signal was for.
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
  } catch {
    return "boot"
  }
}

function ps(pid: number, column: "lstart" | "command"): string | undefined {
  try {
    const answer = execFileSync("ps", ["-o", `state=,${column}=`, "-p", String(pid)], {
      encoding: "utf8",
    }).trim()
    return answer === "" || answer.startsWith("Z") ? undefined : answer.replace(/^\S+\s+/, "")
  } catch {
    return undefined
  }
}
