import { statfs } from "node:fs/promises"
import { sql } from "drizzle-orm"
import type { FastifyInstance } from "fastify"
import type { App } from "./app.ts"

const LEAST_FREE_BYTES = 200_000_000

/** /healthz says that the process lives; /readyz that it can serve: the database takes a write and the disk has room. */
export function registerHealth(server: FastifyInstance, app: App): void {
  server.get("/healthz", async () => ({ ok: true }))
  server.get("/readyz", async (_request, reply) => {
    const checks = {
      database: await app.db.platform
        .execute(
          sql`INSERT INTO platform.rate_limits (key, used, window_ends) VALUES ('readyz', 1, now()) ON CONFLICT (key) DO UPDATE SET window_ends = now()`,
        )
        .then(
          () => true,
          () => false,
        ),
      storage: await statfs(app.storage.root).then(
        (d) => d.bavail * d.bsize > LEAST_FREE_BYTES,
        () => false,
      ),
    }
    const ok = Object.values(checks).every(Boolean)
    return reply.status(ok ? 200 : 503).send({ ok, checks })
  })
}
