import tailwindcss from "@tailwindcss/vite"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

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

export default defineConfig({
  base: "/",
  plugins: [react(), tailwindcss()],
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
