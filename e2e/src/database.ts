import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

// The bundled PostgreSQL without a server of ours on it, until nobody listens to this program any more.
const PROGRAM = `
import { startTestCluster } from "./server/src/platform/database/test-cluster.ts"
const { connection, stop } = await startTestCluster()
console.log(JSON.stringify(connection))
process.stdin.on("end", () => stop().then(() => process.exit(0))).resume()
`

/** A PostgreSQL that several servers can share, as DATABASE_URL names it. */
export interface SharedDatabase {
  url: string
  stop(): Promise<void>
}

/** Starts an empty PostgreSQL in a process of its own, so that no server's end is its end. */
export async function startDatabase(): Promise<SharedDatabase> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  })
  const ended = once(child, "exit")
  const [line] = (await Promise.race([
    once(child.stdout, "data"),
    ended.then(([code]) => Promise.reject(new Error(`the database ended with ${code}`))),
  ])) as [Buffer]
  const { host, port, user, password, database } = JSON.parse(line.toString()) as Record<string, string>
  return {
    url: `postgres://${user}:${encodeURIComponent(password ?? "")}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? "")}`,
    async stop() {
      child.stdin.end()
      await ended
    },
  }
}
