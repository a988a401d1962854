import { rm } from "node:fs/promises"
import { join } from "node:path"
import { type Balancer, startBalancer } from "./balancer.ts"
import { startDatabase } from "./database.ts"
import { freePort, newDataFolder, type Product, type ServerProcess, startServer } from "./product.ts"

/** Two server processes on one database and one folder of files, and one address in front of both. */
export interface Pair extends Product {
  one: ServerProcess
  other: ServerProcess
  /** How many answers each of the two has given. */
  answered: Balancer["answered"]
}

/** Starts the pair. Requests to its `url` take turns between the two; each also listens on a port of its own. */
export async function startPair(): Promise<Pair> {
  const data = await newDataFolder()
  const database = await startDatabase()
  const port = await freePort()
  const settings = {
    DATABASE_URL: database.url,
    BACKFILL_DATA: join(data, "store"),
    BASE_URL: `http://localhost:${port}`,
  }
  const one = await startServer(settings)
  const other = await startServer(settings)
  const balancer = await startBalancer(port, [one.port, other.port])
  const both = async (act: (server: ServerProcess) => Promise<void>) => {
    await Promise.all([one, other].map(act))
  }
  return {
    url: balancer.url,
    one,
    other,
    answered: balancer.answered,
    // Each start prints a new link; the latest is the one that counts.
    setUpLink: await other.setUpLink(),
    data,
    output: () => one.output() + other.output(),
    kill: (signal) => both((server) => server.kill(signal)),
    restart: () => both((server) => server.restart()),
    async stop() {
      await balancer.stop()
      await both((server) => server.kill("SIGTERM"))
      await database.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
