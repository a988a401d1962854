#!/usr/bin/env node
// Hands over to the project's own Node, which runs TypeScript as it is.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const own = `${root}node_modules/node/bin/node`
// Ctrl-C reaches both of us; the command decides what it means.
process.on("SIGINT", () => {})
const { status } = spawnSync(
  existsSync(own) ? own : process.execPath,
  [`${root}cli/src/main.ts`, ...process.argv.slice(2)],
  { stdio: "inherit" },
)
process.exit(status ?? 1)
