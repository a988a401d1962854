import { readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import tailwindcss from "@tailwindcss/vite"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

/** The policy the server sends, repeated for `vite preview` so that a breach shows up before it ships. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/** Puts a packed copy beside every text file of a build: the server sends those, and a poor network carries a quarter. */
function packed(): Plugin {
  let folder = ""
  return {
    name: "packed",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir, build.assetsDir)
    },
    closeBundle: async () => {
      for (const name of (await readdir(folder)).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const bytes = await readFile(join(folder, name))
        await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes))
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
  server: { proxy: { "/api": "http://localhost:4310" } },
  preview: {
    headers: { "content-security-policy": contentSecurityPolicy },
    proxy: { "/api": "http://localhost:4310" },
  },
})
