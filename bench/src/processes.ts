import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** A server that runs as a process of its own, as users have it. */
export interface Served {
  url: string
  pid: number
  output(): string
  stop(): Promise<void>
}

/** A port nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  if (address === null || typeof address === "string") throw new Error("no port")
  return address.port
}

/** Starts a program that listens on PORT and answers `path` with a success once it is ready. */
export async function serve(
  program: string,
  path: string,
  settings: Record<string, string>,
): Promise<Served> {
  const { PATH, HOME, TMPDIR } = process.env
  const port = String(await freePort())
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, LOG_LEVEL: "warn", PORT: port, ...settings },
  })
  let printed = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)))
  const pid = child.pid ?? 0
  const served = { url: `http://127.0.0.1:${port}`, pid, output: () => printed, stop: () => end(child) }
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}:\n${printed}`)
    const answers = await fetch(served.url + path).then(
      (answer) => answer.ok,
      () => false,
    )
    if (answers) return served
    await sleep(100)
  }
  await end(child)
  throw new Error(`${program} didn't get ready:\n${printed}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, "exit")
  child.kill("SIGTERM")
  await ended
}
