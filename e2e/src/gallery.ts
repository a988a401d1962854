import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { extname, join, normalize } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

const root = fileURLToPath(new URL("../..", import.meta.url))
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}
/** As strict as the server's. */
const POLICY =
  "default-src 'self'; worker-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'"

/** Builds the pages that show the design system and serves them without any server behind them. */
export async function startGallery(): Promise<{ url: string; stop(): Promise<void> }> {
  const dist = await mkdtemp(join(tmpdir(), "backfill-gallery-"))
  await promisify(execFile)(
    process.execPath,
    [join(root, "node_modules/vite/bin/vite.js"), "build", "--mode", "gallery", "--outDir", dist],
    {
      cwd: join(root, "web"),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" },
    },
  )
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://gallery").pathname)
    response.setHeader("content-security-policy", POLICY)
    if (path.startsWith("/api/")) {
      response.writeHead(404).end()
      return
    }
    const file = extname(path) === "" ? "/index.html" : path
    readFile(join(dist, file)).then(
      (body) =>
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream").end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(dist, { recursive: true, force: true })
    },
  }
}
