import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const page = readFileSync(`${root}docs/recordings-attacks.md`, "utf8")

/** Every file and title that a page names in its tables, as `file`: title; `file`: title. */
const named = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| ") && line.includes(".test.ts`: "))
    .flatMap((line) => (line.split(" | ").at(-1) ?? "").replace(/ \|$/, "").split("; `"))
    .map((one) => {
      const [, file = "", title = ""] = /^`?([\w/.-]+\.test\.tsx?)`: (.+)$/.exec(one) ?? []
      return { file, title }
    })

/** Whether a file has a test of exactly this title, or one that a word before it begins, such as a number. */
function hasTest(source: string, title: string): boolean {
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
  return new RegExp(`["\`](?:\\$\\{\\w+\\} )?${escaped}["\`],`).test(source)
}

it("finds a title that is there, and none that only looks like it", () => {
  const source = 'it("refuses lengths", async () => {})\nit(\n  `${minutes} minutes of %s`,\n)'
  expect(hasTest(source, "refuses lengths")).toBe(true)
  expect(hasTest(source, "minutes of %s")).toBe(true)
  expect(hasTest(source, "refuses")).toBe(false)
})

it("each attack on uploads and recordings names tests that exist", () => {
  const tests = named(page)
  expect(tests.length).toBeGreaterThan(60)
  const missing = tests.filter(
    ({ file, title }) =>
      title === "" || !existsSync(root + file) || !hasTest(readFileSync(root + file, "utf8"), title),
  )
  expect(missing).toEqual([])
})

it("no attack of the list is left out", () => {
  const rows = [
    ...Array.from({ length: 16 }, (_, n) => `B${n + 1}`),
    ...Array.from({ length: 9 }, (_, n) => `C${n + 1}`),
    ...["D10", "D11", "D12", "E1", "E3", "G1", "G2", "G6", "M5", "N1", "N5"],
  ]
  expect(rows.filter((row) => !page.includes(`\n| ${row} | `))).toEqual([])
  const unshown = page
    .split("\n")
    .filter((line) => /^\| (\w+ )?\| /.test(line) && !/\.test\.ts`: /.test(line))
  expect(unshown.filter((line) => !/^\| \| Attack \|/.test(line))).toEqual([])
})
