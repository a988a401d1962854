import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBrowser } from "./browser.mjs"
import { buildWeb } from "./build-web.mjs"
import { check } from "./check.mjs"
import { install, ownEnvironment, run } from "./prepare.mjs"
import { findPrograms } from "./programs.mjs"

// `npm test` runs all but what waits for the night; `npm test -- PATH` only the tests whose path holds PATH, those too.
install()
const only = process.argv.slice(2)
// Takes a minute and more, and seldom tells anything new.
const BY_NIGHT = ["**/rare-pages.test.ts", "**/recordings/pair.test.ts"]
if (only.length === 0) check()
buildWeb()
findPrograms()
const report = join(tmpdir(), `backfill-tests-${process.pid}.json`)
const env = { ...ownEnvironment(), CHROMIUM_PATH: findBrowser() }
const status = run(
  "node",
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...(only.length > 0 ? only : BY_NIGHT.flatMap((pattern) => ["--exclude", pattern])),
  ],
  { env, mayFail: true },
)
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"))
console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
process.exit(status !== 0 || numPassedTests === 0 ? 1 : 0)
