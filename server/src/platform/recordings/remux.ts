import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import type { Container } from "./sniff.ts"

/**
 * A start on a busy machine, and a second for every so many bytes. Packets take time rather than bytes, and sound has as many
 * of them in far fewer bytes: an hour of it is copied in eight seconds of two cores here, whatever its size.
 */
const LEAST_SECONDS = 15
const BYTES_PER_SECOND = { video: 4_000_000, audio: 500_000 }
/** On a busy machine the same work takes longer by the clock; what only waits is ended by it. */
const WAITED = 3
const MAX_OUTPUT = 64 * 1024
const HEAP_MB = 384
/** Node reserves far more address space than it uses, so the limit on that is wide; the heap’s is the narrow one. */
const ADDRESS_SPACE = 4 * 1024 * 1024 * 1024

const Playable = z.object({
  durationMs: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  width: z.number().int().min(1).max(65_535).nullable(),
  height: z.number().int().min(1).max(65_535).nullable(),
  mediaType: z.string().regex(/^(video|audio)\/(webm|mp4|quicktime|x-matroska)(; ?codecs="[\w., -]*")?$/),
})
/** How the copy plays; or why there is none, in words for the log. */
export type Remuxed = z.infer<typeof Playable> | { fault: string }

const CHILD = join(import.meta.dirname, "remux-child.ts")
const HOUSE = join(import.meta.dirname, "../../../..")
const PRLIMIT = ["/usr/bin/prlimit", "/bin/prlimit"].find(
  (path) => process.platform === "linux" && existsSync(path),
)

/**
 * Copies a recording into a file at `to` that knows its length and can be sought, in a child process with limits on time,
 * memory, file size and the file system. Whatever the file does to it, the answer comes within six minutes.
 */
export function remux(
  from: string,
  to: string,
  { container, kind, bytes }: { container: Container; kind: "video" | "audio"; bytes: number },
): Promise<Remuxed> {
  const seconds = LEAST_SECONDS + Math.ceil(bytes / BYTES_PER_SECOND[kind])
  const node = [
    process.execPath,
    `--max-old-space-size=${HEAP_MB}`,
    "--permission",
    `--allow-fs-read=${join(HOUSE, "node_modules")}`,
    `--allow-fs-read=${join(HOUSE, "server")}`,
    `--allow-fs-read=${join(HOUSE, "package.json")}`,
    `--allow-fs-read=${from}`,
    `--allow-fs-read=${to}`,
    `--allow-fs-write=${to}`,
    "--disable-warning=ExperimentalWarning",
    CHILD,
    from,
    to,
    container,
    kind,
  ]
  const limits = PRLIMIT
    ? [
        PRLIMIT,
        `--as=${ADDRESS_SPACE}`,
        `--cpu=${seconds}`,
        "--core=0",
        `--fsize=${2 * bytes + 1_000_000}`,
        "--",
      ]
    : []
  const [command = "", ...args] = [...limits, ...node]
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: {}, stdio: ["ignore", "pipe", "ignore"] })
    const kill = () => child.kill("SIGKILL")
    const timer = setTimeout(kill, (PRLIMIT ? WAITED : 1) * seconds * 1000)
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString()
      if (output.length > MAX_OUTPUT) kill()
    })
    child.on("error", () => {})
    child.on("close", (code, signal) => {
      clearTimeout(timer)
      resolve(readAnswer(output) ?? { fault: `ended with ${code ?? signal ?? "nothing"}` })
    })
  })
}

function readAnswer(output: string): Remuxed | undefined {
  try {
    const answer: unknown = JSON.parse(output.slice(output.lastIndexOf("\n") + 1))
    return z.union([Playable, z.object({ fault: z.string().max(2000) })]).parse(answer)
  } catch {
    return undefined
  }
}
