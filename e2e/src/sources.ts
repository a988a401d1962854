import { readFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import { stripTypeScriptTypes } from "node:module"
import { join, normalize } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** Where a page finds packages by name: their files for browsers. */
const IMPORTS = {
  "@backfill/core": "/core/src/index.ts",
  "@noble/hashes/": "/node_modules/@noble/hashes/",
  yaml: "/node_modules/yaml/browser/index.js",
  zod: "/node_modules/zod/index.js",
}

/** What a page should run. */
export interface Errand {
  designs: readonly unknown[]
  seed: string
}

const page = ({ designs, seed }: Errand) => `<!doctype html><meta charset="utf-8"><title>Simulator</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module">
const report = (body) => fetch("/result", { method: "POST", body })
try {
  const { readDesign, simulate } = await import("/simulator/src/index.ts")
  const answers = ${JSON.stringify(designs)}.map((document) => {
    const { design, problems } = readDesign(document)
    return design === null ? problems : simulate(design, { seed: ${JSON.stringify(seed)} })
  })
  await report(JSON.stringify(answers))
} catch (error) {
  await report("failed: " + error)
}
</script>`

/** Serves the house's sources to a browser, types taken out, with a page that runs designs and sends their answers back. */
export async function serveSources(
  errand: Errand,
): Promise<{ url: string; result: Promise<string>; close(): void }> {
  let settle: (answer: string) => void
  const result = new Promise<string>((resolve) => (settle = resolve))
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://x").pathname)
    if (request.method === "POST") {
      let body = ""
      request.on("data", (chunk: Buffer) => (body += chunk.toString()))
      request.on("end", () => {
        response.end()
        settle(body)
      })
      return
    }
    if (path === "/") {
      // What the product's own pages may run, and the inline script that makes this one.
      response.setHeader("content-security-policy", "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'")
      response.setHeader("content-type", "text/html").end(page(errand))
      return
    }
    readFile(join(root, path), "utf8").then(
      (text) =>
        response
          .setHeader("content-type", "text/javascript")
          .end(path.endsWith(".ts") ? stripTypeScriptTypes(text) : text),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  return { url: `http://127.0.0.1:${address.port}/`, result, close: () => server.close() }
}
