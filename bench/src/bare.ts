// What the platform beneath costs by itself: Fastify, the driver, one SELECT by key. The other two run the statement of one
// of the product's pages, session and all, and send what it answers: nobody is judged and nothing is put into words.
// Usage: PORT and CONNECTION (JSON).
import { hashToken, loadApplication, loadOpening, openDatabase, openDrizzle, silent } from "@backfill/server"
import Fastify from "fastify"
import { Pool, type PoolConfig } from "pg"

const connection = JSON.parse(process.env["CONNECTION"] ?? "{}") as PoolConfig
const pool = new Pool({ ...connection, max: 8 })
const db = openDrizzle((await openDatabase({ connection }, { log: silent })).hiring)
type Asked = { Params: { id: string } }
const server = Fastify({ logger: false })
server.get("/ready", async () => ({ ok: true }))
server.get<Asked>("/applications/:id", async (request) => {
  const { rows } = await pool.query("select * from hiring.applications where id = $1", [request.params.id])
  return rows[0]
})

const sessionOf = (cookie = "") => ({
  hash: hashToken(cookie.slice(cookie.indexOf("=") + 1)),
  now: new Date(),
})
server.get<Asked>("/openings/:id", ({ headers, params: { id } }) =>
  loadOpening({ db, params: { openingId: id }, query: undefined, session: sessionOf(headers.cookie) }),
)
server.get<Asked>("/pages/:id", ({ headers, params: { id } }) =>
  loadApplication({
    db,
    params: { applicationId: id },
    query: undefined,
    session: sessionOf(headers.cookie),
  }),
)
await server.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" })
process.once("SIGTERM", () => process.exit(0))
