// What the platform beneath costs by itself: Fastify, the driver, one SELECT by key. Usage: PORT and CONNECTION (JSON).
import Fastify from "fastify"
import { Pool, type PoolConfig } from "pg"

const pool = new Pool({ ...(JSON.parse(process.env["CONNECTION"] ?? "{}") as PoolConfig), max: 8 })
const server = Fastify({ logger: false })
server.get("/ready", async () => ({ ok: true }))
server.get<{ Params: { id: string } }>("/applications/:id", async (request) => {
  const { rows } = await pool.query("select * from hiring.applications where id = $1", [request.params.id])
  return rows[0]
})
await server.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" })
process.once("SIGTERM", () => process.exit(0))
