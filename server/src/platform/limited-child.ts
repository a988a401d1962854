import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"

const HEAP_MB = 384
/** Node reserves far more address space than it uses, so the limit on that is wide; the heap’s is the narrow one. */
const ADDRESS_SPACE = 4 * 1024 * 1024 * 1024
const HOUSE = join(import.meta.dirname, "../../..")
const PRLIMIT = ["/usr/bin/prlimit", "/bin/prlimit"].find(
  (path) => process.platform === "linux" && existsSync(path),
)

/** What a child process may do, besides reading our own code. */
export interface Limits {
  /** Of its own work, and of the clock as well unless `patience` says more. */
  seconds: number
  /** How many times `seconds` it may take by the clock, on a busy machine. Where its work can't be limited it is once. */
  patience?: number
  /** Files it may read and write. */
  read?: readonly string[]
  write?: readonly string[]
  /** The most bytes a file may have that it writes. */
  writes: number
  /** The most bytes it may say. */
  says: number
}

/** What a child process said, its last line being the answer; nothing where it said too much. And how it ended, for the log. */
export interface Said {
  line: string
  ended: string
}

/**
 * Runs one of our scripts over a file from a stranger, in a Node process of its own without environment. Whatever the file does
 * to it, it is over when its time is. Memory, work and file size are limited by the system where that is Linux.
 */
export function runLimited(
  script: string,
  args: readonly string[],
  { seconds, patience = 1, read = [], write = [], writes, says }: Limits,
  input?: Buffer,
): Promise<Said> {
  const ours = ["node_modules", "server", "package.json"].map((name) => join(HOUSE, name))
  const node = [
    process.execPath,
    `--max-old-space-size=${HEAP_MB}`,
    "--permission",
    ...[...ours, ...read].map((path) => `--allow-fs-read=${path}`),
    ...write.map((path) => `--allow-fs-write=${path}`),
    "--disable-warning=ExperimentalWarning",
    script,
    ...args,
  ]
  const limits = PRLIMIT
    ? [PRLIMIT, `--as=${ADDRESS_SPACE}`, `--cpu=${seconds}`, "--core=0", `--fsize=${writes}`, "--"]
    : []
  const [command = "", ...rest] = [...limits, ...node]
  return new Promise((resolve) => {
    const child = spawn(command, rest, { env: {}, stdio: ["pipe", "pipe", "ignore"] })
    const kill = () => child.kill("SIGKILL")
    const timer = setTimeout(kill, (PRLIMIT ? patience : 1) * seconds * 1000)
    const chunks: Buffer[] = []
    let length = 0
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length
      if (length > says) kill()
      else chunks.push(chunk)
    })
    child.stdin.on("error", () => {})
    child.on("error", () => {})
    child.on("close", (code, signal) => {
      clearTimeout(timer)
      const text = length > says ? "" : Buffer.concat(chunks).toString("utf8")
      resolve({
        line: text.slice(text.lastIndexOf("\n") + 1),
        ended: String(code ?? signal ?? "nothing"),
      })
    })
    child.stdin.end(input)
  })
}
