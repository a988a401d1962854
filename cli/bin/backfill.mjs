#!/usr/bin/env node
// Hands over to the project's own Node, which runs TypeScript as it is.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { constants } from "node:os"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const own = `${root}node_modules/node/bin/node`
const command = spawn(
  existsSync(own) ? own : process.execPath,
  [`${root}cli/src/main.ts`, ...process.argv.slice(2)],
  { stdio: "inherit" },
)
// The command decides what a signal means. Ctrl-C reaches it from the terminal too, and twice does no harm; a signal sent
// to this process alone would otherwise leave it at work with nobody to stop it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => command.kill(signal))
command.on("error", (error) => {
  console.error(`Node can’t be started (${error.message}).`)
  process.exit(1)
})
command.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
