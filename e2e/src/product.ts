import { type ChildProcess, spawn } from "node:child_process"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

export interface Product {
  url: string
  /** The one-time link of a first run. */
  setUpLink: string
  data: string
  /** Everything the server has printed so far. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<void>
  /** Starts again on the same data and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A port nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === "string") throw new Error("no port")
  return address.port
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`)
    if (
      await fetch(`${url}/readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new Error(`the server didn't get ready:\n${output()}`)
}

/** A data folder of its own for one product. */
export async function newDataFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "backfill-e2e-"))
  // Started by root, the database runs as somebody else and has to get in here.
  await chmod(data, 0o711)
  return data
}

/** One server process, which can be killed and started again on the same port. */
export interface ServerProcess {
  port: number
  output(): string
  /** The latest one-time link it has printed; waits for it, since it comes just after the port opens. */
  setUpLink(): Promise<string>
  kill(signal: NodeJS.Signals): Promise<void>
  restart(): Promise<void>
}

/** Starts one server process on these settings, on PORT or a free port. */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const port = Number(settings.PORT ?? (await freePort()))
  let printed = ""
  const start = async () => {
    // Nothing of the test runner's own environment reaches the product: it sets BASE_URL, among others.
    const { PATH, HOME, TMPDIR } = process.env
    const child = spawn(process.execPath, ["server/src/main.ts"], {
      cwd: root,
      env: { PATH, HOME, TMPDIR, LOG_LEVEL: "warn", ...settings, PORT: String(port) },
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (printed += chunk.toString()))
    await ready(`http://localhost:${port}`, child, () => printed)
    return child
  }
  let child = await start()
  const ended = () =>
    new Promise<void>((resolve) =>
      child.exitCode !== null || child.signalCode !== null ? resolve() : child.once("exit", () => resolve()),
    )
  return {
    port,
    output: () => printed,
    async setUpLink() {
      for (let i = 0; i < 50 && !/\/set-up#/.test(printed); i++) await sleep(100)
      return [...printed.matchAll(/\S+\/set-up#\S+/g)].at(-1)?.[0] ?? ""
    },
    async kill(signal) {
      child.kill(signal)
      await ended()
    },
    async restart() {
      child = await start()
    },
  }
}

/** Starts the product as its user would, on a data folder of its own and a free port. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const data = await newDataFolder()
  const server = await startServer({ BACKFILL_DATA: join(data, "store"), ...env })
  return {
    url: env.BASE_URL ?? `http://localhost:${server.port}`,
    setUpLink: await server.setUpLink(),
    data,
    output: server.output,
    kill: server.kill,
    restart: server.restart,
    stop: async () => {
      await server.kill("SIGTERM")
      await rm(data, { recursive: true, force: true })
    },
  }
}
