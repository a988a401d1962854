import { install, ownEnvironment, run } from "./prepare.mjs"

/** Types, lint and format of everything, in about half a minute. */
export function check() {
  const env = ownEnvironment()
  const configs = [
    "core",
    "core/tsconfig.test.json",
    "coach",
    "coach/tsconfig.test.json",
    "contract",
    "contract/tsconfig.test.json",
    "simulator",
    "simulator/tsconfig.test.json",
    "server",
    "cli",
    "web",
    "web/training",
    "e2e",
    "bench",
  ]
  for (const config of configs) run("node", ["node_modules/typescript/bin/tsc", "-p", config], { env })
  run("node", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"], { env })
  run("node", ["node_modules/@biomejs/biome/bin/biome", "format", "."], { env })
}

if (process.argv[1]?.endsWith("check.mjs")) {
  install()
  check()
}
