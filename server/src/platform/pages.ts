import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance } from "fastify"
import { ProblemError } from "./problem-error.ts"

const built = fileURLToPath(new URL("../../../web/dist", import.meta.url))

/** Serves the built web app; every address that isn't the API or a file is a page of it. */
export async function servePages(server: FastifyInstance): Promise<void> {
  if (existsSync(built)) {
    await server.register(fastifyStatic, {
      root: built,
      wildcard: true,
      immutable: true,
      preCompressed: true,
      maxAge: "365d",
      index: "index.html",
      setHeaders: (reply, path) => void (path.endsWith(".html") && reply.header("cache-control", "no-cache")),
    })
  }
  server.setNotFoundHandler((request, reply) => {
    if (
      !existsSync(built) ||
      request.method !== "GET" ||
      request.url.startsWith("/api/") ||
      /\.\w+($|\?)/.test(request.url)
    )
      throw new ProblemError("not_found")
    return reply.header("cache-control", "no-cache").sendFile("index.html", { maxAge: 0, immutable: false })
  })
}
