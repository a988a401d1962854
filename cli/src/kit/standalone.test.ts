import { execFile } from "node:child_process"
import { cp, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, it } from "vitest"

const root = new URL("../../../", import.meta.url).pathname
const call = promisify(execFile)
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "kit-file-"))
  await call(process.execPath, [join(root, "scripts/build-kit.mjs")], { cwd: root })
  await cp(join(root, "cli/dist/backfill-kit.cjs"), join(dir, "backfill-kit.cjs"))
  await cp(join(root, "kits/fixture"), join(dir, "kit"), { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** The one file, run where nothing else of the project is. */
function run(...args: string[]) {
  const { PATH } = process.env
  return new Promise<{ code: number; out: string; err: string }>((resolve) =>
    execFile(
      process.execPath,
      ["backfill-kit.cjs", ...args],
      { cwd: dir, env: { PATH } },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    ),
  )
}

it("checks, compares and renders a kit outside the repository", async () => {
  const { code, out, err } = await run("check", "kit", "--json")
  expect(err).toBe("")
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [], counts: { drills: 1 } })
  expect((await run("diff", "kit", "kit")).out).toContain("Nothing differs.")
  expect(
    await run("render", "kit", "--to", "candidate", "--format", "html", "--out", "guide.html"),
  ).toMatchObject({ code: 0, err: "" })
  expect(await readFile(join(dir, "guide.html"), "utf8")).toContain("Your guide to the interviews")
  expect(
    await run("render", "kit", "--to", "booklet", "--format", "pdf", "--out", "booklet.pdf"),
  ).toMatchObject({ code: 0, err: "" })
  expect((await readFile(join(dir, "booklet.pdf"))).subarray(0, 5).toString()).toBe("%PDF-")
})

it("ends with 2 for a call it doesn't know", async () => {
  expect(await run("fly")).toMatchObject({ code: 2, err: expect.stringContaining("backfill-kit.cjs check") })
})
