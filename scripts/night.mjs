// `npm run night`: what takes too long for every change. Hundreds of kills, on moments that differ each night, power
// cuts, and the storage suite. Goes on after a failure, so that one night tells all.
import { install, ownEnvironment, run } from "./prepare.mjs"

install()
const seed = process.env.KILL_SEED ?? new Date().toISOString().slice(0, 10)
const env = {
  ...ownEnvironment(),
  KILL_ROUNDS: process.env.KILL_ROUNDS ?? "500",
  KILL_SEED: seed,
  COACH_RUNS: process.env.COACH_RUNS ?? "100000",
}
const parts = [
  [`kills (seed ${seed})`, ["node_modules/vitest/vitest.mjs", "run", "--project", "server", "kill.test.ts"]],
  [
    "the coach on any text",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "pure", "coach/src/read.test.ts"],
  ],
  ["power cuts", ["scripts/night/power-cut.ts"]],
  ["storage suite", ["scripts/storage-suite.mjs"]],
]
const failed = parts.filter(([name, words]) => {
  console.log(`Night: ${String(name)}.`)
  return run("node", words, { env, mayFail: true }) !== 0
})
console.log(
  failed.length === 0 ? "Night: all passed." : `Night: failed: ${failed.map(([name]) => name).join(", ")}.`,
)
process.exit(failed.length === 0 ? 0 : 1)
