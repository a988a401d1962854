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

/** Starts the product as its user would, on a data folder of its own and a free port. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), "backfill-e2e-"))
  // Started by root, the database runs as somebody else and has to get in here.
  await chmod(data, 0o711)
  const port = await freePort()
  const url = env.BASE_URL ?? `http://localhost:${port}`
  let printed = ""
  const start = async () => {
    // Nothing of the test runner's own environment reaches the product: it sets BASE_URL, among others.
    const { PATH, HOME, TMPDIR } = process.env
    const child = spawn(process.execPath, ["server/src/main.ts"], {
      cwd: root,
      env: {
        PATH,
        HOME,
        TMPDIR,
        PORT: String(port),
        BACKFILL_DATA: join(data, "store"),
        LOG_LEVEL: "warn",
        ...env,
      },
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (printed += chunk.toString()))
    await ready(url, child, () => printed)
    return child
  }
  let child = await start()
  // The link is printed just after the port opens.
  for (let i = 0; i < 50 && !/\/set-up#/.test(printed) && !env.DATABASE_URL; i++) await sleep(100)
  const ended = () =>
    new Promise<void>((resolve) =>
      child.exitCode !== null || child.signalCode !== null ? resolve() : child.once("exit", () => resolve()),
    )
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended()
  }
  return {
    url,
    setUpLink: /\S+\/set-up#\S+/.exec(printed)?.[0] ?? "",
    data,
    output: () => printed,
    kill,
    restart: async () => {
      child = await start()
    },
    stop: async () => {
      await kill("SIGTERM")
      await rm(data, { recursive: true, force: true })
    },
  }
}
