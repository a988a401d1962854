import { readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import tailwindcss from "@tailwindcss/vite"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

/** The policy the server sends, repeated for `vite preview` so that a breach shows up before it ships. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/** Beyond so many bytes the last percents of packing would take minutes. */
const LARGE = 1_000_000
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/**
 * Puts a packed copy beside every text file of a build, and beside the voice model and its runtime: the server sends
 * those, and a poor network carries a quarter.
 */
function packed(): Plugin {
  let folder = ""
  return {
    name: "packed",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir, build.assetsDir)
    },
    closeBundle: async () => {
      for (const name of (await readdir(folder)).filter((file) => /\.(js|css|svg|wasm|onnx)$/.test(file))) {
        const bytes = await readFile(join(folder, name))
        await writeFile(
          join(folder, `${name}.br`),
          brotliCompressSync(bytes, bytes.length > LARGE ? FAST : {}),
        )
        await writeFile(join(folder, `${name}.gz`), gzipSync(bytes))
      }
    },
  }
}

export default defineConfig({
  base: "/",
  plugins: [react(), tailwindcss(), packed()],
  build: {
    outDir: "dist",
    // The first browsers with light-dark(), which the tokens stand on.
    target: ["chrome123", "firefox128", "safari17.5"],
    // An inlined font would be a data: address, which the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // A worker may load what belongs to it in parts.
  worker: { format: "es" },
  server: { proxy: { "/api": "http://localhost:4310" } },
  preview: {
    headers: { "content-security-policy": contentSecurityPolicy },
    proxy: { "/api": "http://localhost:4310" },
  },
})
