// `npm run night`: what takes too long for every change. Hundreds of kills, on moments that differ each night, thousands
// of damaged kits, power cuts, the storage suite; every page at both widths, light and dark; and the simulator against
// theory, in another browser, and on thousands of random designs; pages and recordings in Firefox. Goes on after a
// failure, so that one night tells all.
import { findBrowser, findFirefox } from "./browser.mjs"
import { buildWeb } from "./build-web.mjs"
import { install, ownEnvironment, run } from "./prepare.mjs"
import { findPrograms } from "./programs.mjs"

install()
buildWeb()
const withFirefox = findFirefox()
findPrograms()
const seed = process.env.KILL_SEED ?? new Date().toISOString().slice(0, 10)
const designSeed = String(Number.parseInt(seed.replaceAll(/\D/g, "") || "1", 10) % 2 ** 31)
const env = {
  ...ownEnvironment(),
  CHROMIUM_PATH: findBrowser(),
  KILL_ROUNDS: process.env.KILL_ROUNDS ?? "500",
  KILL_SEED: seed,
  // Server, database and both in turn: fifty of each.
  KILL_RECORDING_ROUNDS: process.env.KILL_RECORDING_ROUNDS ?? "150",
  RECORDING_MINUTES: "60",
  KIT_MUTATIONS: "10000",
  SIMULATOR_DESIGNS: process.env.SIMULATOR_DESIGNS ?? "5000",
  SIMULATOR_SEED: process.env.SIMULATOR_SEED ?? designSeed,
  COACH_RUNS: process.env.COACH_RUNS ?? "100000",
  LOOKS: "all",
}
/** The journeys that go through Firefox, too. */
const IN_FIREFOX = [
  "recording.test.ts",
  "hearing.test.ts",
  "rehearse.test.ts",
  "tour.test.ts",
  "story-editor.test.ts",
]
const parts = [
  [`kills (seed ${seed})`, ["node_modules/vitest/vitest.mjs", "run", "--project", "server", "kill.test.ts"]],
  [
    "10,000 mutated kits",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "pure", "kit/hostile.test.ts"],
  ],
  [
    "the coach on any text",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "pure", "coach/src/read.test.ts"],
  ],
  [
    "journeys in browsers, every page in every way",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e"],
  ],
  ...(withFirefox
    ? [
        [
          "journeys in Firefox",
          ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", ...IN_FIREFOX],
          { E2E_BROWSER: "firefox" },
        ],
      ]
    : []),
  ["power cuts", ["scripts/night/power-cut.ts"]],
  [
    "recordings of an hour",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "server", "recordings/long.test.ts"],
  ],
  ["storage suite", ["scripts/storage-suite.mjs", "server/src"]],
  [
    `designs (seed ${designSeed})`,
    ["node_modules/vitest/vitest.mjs", "run", "simulator/src/properties.test.ts"],
  ],
  ["simulator against theory", ["bench/src/simulator/validate.ts", "--night"]],
]
const failed = parts.filter(([name, words, more]) => {
  console.log(`Night: ${String(name)}.`)
  return run("node", words, { env: { ...env, ...more }, mayFail: true }) !== 0
})
console.log(
  failed.length === 0 ? "Night: all passed." : `Night: failed: ${failed.map(([name]) => name).join(", ")}.`,
)
process.exit(failed.length === 0 ? 0 : 1)
