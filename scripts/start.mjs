import { spawn } from "node:child_process"
import { buildWeb } from "./build-web.mjs"
import { install, ownEnvironment, root } from "./prepare.mjs"

install()
buildWeb()
const server = spawn("node", ["server/src/main.ts"], {
  cwd: root,
  stdio: "inherit",
  env: ownEnvironment(),
  shell: process.platform === "win32",
})
// Ctrl-C reaches both of us; the server finishes what is under way and we wait for it.
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => signal === "SIGTERM" && server.kill(signal))
server.on("exit", (code) => process.exit(code ?? 1))
