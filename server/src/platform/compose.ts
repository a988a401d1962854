import type { FastifyInstance } from "fastify"
import { registerFeatures } from "../features/index.ts"
import { openKits } from "../features/kits/open-kits.ts"
import type { App } from "./app.ts"
import { type Clock, systemClock, withPretence } from "./clock.ts"
import type { Config } from "./config/settings.ts"
import type { Database } from "./database/index.ts"
import { openDrizzle } from "./drizzle.ts"
import { EventHub } from "./events.ts"
import { registerHealth } from "./health.ts"
import { insideCandidate, insideClient } from "./http/inside.ts"
import { createServer } from "./http/server.ts"
import { openMail } from "./mail.ts"
import { openStorage } from "./open-storage.ts"
import { servePages } from "./pages.ts"

export interface Composed {
  server: FastifyInstance
  app: App
  close(): Promise<void>
}

/** Puts the parts together over an open, migrated database. `close` drains requests; the database is the caller's. */
export async function compose(
  config: Config,
  database: Database,
  options: { clock?: Clock } = {},
): Promise<Composed> {
  const baseUrl = (config.BASE_URL || `http://localhost:${config.PORT}`).replace(/\/$/, "")
  const server = await createServer(config, baseUrl)
  const events = new EventHub(database.platform)
  const app: App = {
    config,
    baseUrl,
    clock: withPretence(options.clock ?? systemClock),
    log: server.log,
    db: {
      platform: openDrizzle(database.platform),
      hiring: openDrizzle(database.hiring),
      practice: openDrizzle(database.practice),
    },
    storage: await openStorage(config),
    mail: openMail(config.SMTP_URL, config.SMTP_FROM),
    events,
    kits: await openKits(config.BACKFILL_KITS),
    inside: (cookie) => insideClient(server, cookie),
    insideCandidate: (token) => insideCandidate(server, token),
  }
  await events.start()
  registerHealth(server, app)
  registerFeatures(server, app)
  await servePages(server)
  return { server, app, close: async () => (await server.close(), events.close()) }
}
