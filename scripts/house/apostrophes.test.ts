import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { ARROWS } from "./arrows.ts"
import { readHouse } from "./imports.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
/** What people read is written in these; tests quote what others typed, and the coach knows words both ways. */
const sources = readHouse(
  root,
  Object.keys(ARROWS).filter((workspace) => workspace !== "e2e" && workspace !== "bench"),
).files.filter(
  (path) =>
    /^\w+\/src\//.test(path) &&
    !/\.test\.|test-data|\/testing\//.test(path) &&
    !/^coach\/src\/(?!findings\/wording)/.test(path),
)

/** Lines of a source, comments aside, where a straight apostrophe stands within a word. */
function straightIn(source: string): string[] {
  return source
    .split("\n")
    .map((line) => line.replace(/^\s*(\/\/|\/?\*).*|\s\/\/\s.*$/, ""))
    .filter((line) => /\p{L}'\p{L}/u.test(line))
}

it("finds a straight apostrophe in what is said, and none in comments or SQL", () => {
  expect(straightIn(`say("It isn't there.")`)).toHaveLength(1)
  expect(
    straightIn(`say("It isn’t there.")\n  // it isn't said\n * nor's this\nsql("coalesce('a', 'b')")`),
  ).toEqual([])
})

it("writes apostrophes one way, ’, wherever a person may read them", () => {
  expect(sources.length).toBeGreaterThan(400)
  expect(
    sources.flatMap((path) =>
      straightIn(readFileSync(`${root}${path}`, "utf8")).map((line) => `${path}: ${line.trim()}`),
    ),
  ).toEqual([])
})
