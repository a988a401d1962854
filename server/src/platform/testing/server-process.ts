import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { api, type Client, createClient } from "@backfill/contract"
import type { ClientConfig } from "pg"

const root = fileURLToPath(new URL("../../../..", import.meta.url))

/** The product's server as a process of its own. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** All it has printed so far. */
  output(): string
  /** Ends it with a signal and waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>
}

/** The address that a person would set for this connection. */
export function addressOf({
  connectionString,
  user,
  password,
  host,
  port,
  database: name,
}: ClientConfig): string {
  if (connectionString !== undefined) return connectionString
  const secret = typeof password === "string" ? `:${encodeURIComponent(password)}` : ""
  return `postgres://${user}${secret}@localhost:${port}/${name}?host=${encodeURIComponent(host ?? "")}`
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

/** Starts the server with these settings, and of our own environment nothing but where programs and folders are. */
export async function startServerProcess(
  settings: Record<string, string>,
  seconds?: number,
): Promise<ServerProcess> {
  const { PATH, HOME, TMPDIR } = process.env
  const env = { PATH, HOME, TMPDIR, LOG_LEVEL: "warn", ...settings }
  const child = spawn(process.execPath, ["server/src/main.ts"], { cwd: root, env })
  const ended = once(child, "exit")
  let printed = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()))
  const running: ServerProcess = {
    url: `http://127.0.0.1:${settings["PORT"]}`,
    child,
    output: () => printed,
    async kill(signal) {
      child.kill(signal)
      await ended
    },
  }
  await ready(running, seconds)
  return running
}

/** Waits until a server can serve, its database included. */
export async function ready({ url, child, output }: ServerProcess, seconds = 120): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(25)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`)
    const answers = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (answers) return
  }
  throw new Error(`the server didn’t get ready:\n${output()}`)
}

/** The API as whoever has this cookie. */
export const clientOf = (url: string, headers: Record<string, string> = {}): Client =>
  createClient(api, (address, init) => fetch(address, init as RequestInit), url, headers)

/** Goes through the first run with the link that the server has printed; answers the owner's cookie. */
export async function setUpOwner(server: ServerProcess): Promise<string> {
  for (let tries = 0; tries < 2400 && !/\/set-up#\S+/.test(server.output()); tries++) await sleep(50)
  const token = /\/set-up#(\S+)/.exec(server.output())?.[1]
  const person = {
    name: "Olga Marin",
    email: "olga@havenlicht.example",
    password: "a long enough one",
    timeZone: "Europe/Amsterdam",
  }
  const answer = await fetch(`${server.url}/api/set-up`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-backfill": "1" },
    body: JSON.stringify({ token, purpose: "hire", organisation: "Havenlicht", ...person }),
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || cookie === undefined)
    throw new Error(`set-up failed: ${answer.status} ${await answer.text()}`)
  return cookie.split(";")[0] ?? ""
}
