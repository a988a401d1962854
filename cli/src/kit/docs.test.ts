import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { afterEach, beforeEach, describe, expect, it } from "vitest"

const root = new URL("../../../", import.meta.url).pathname
const call = promisify(execFile)
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "kit-docs-"))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const env = () => ({ PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`, HOME: dir })

describe("docs/kits.md", () => {
  it("shows commands that run as they stand, one after the other", async () => {
    const page = await readFile(join(root, "docs/kits.md"), "utf8")
    const commands = [...page.matchAll(/^ {4}npx backfill (kit .*)$/gm)].map(([, command]) =>
      (command ?? "").split(" "),
    )
    expect(commands.length).toBeGreaterThan(8)
    for (const args of commands)
      await call(process.execPath, [join(root, "cli/bin/backfill.mjs"), ...args], { cwd: dir, env: env() })
    expect((await readFile(join(dir, "booklet.pdf"))).subarray(0, 5).toString()).toBe("%PDF-")
  })
})

describe("docs/kit-repository.md", () => {
  it("shows a workflow whose commands run in a repository laid out like that", async () => {
    const page = await readFile(join(root, "docs/kit-repository.md"), "utf8")
    const workflow = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? ""
    const scripts = [...workflow.matchAll(/^( +)run: (?:\|\n((?:\1 {2}.*\n)+)|(.*)\n)/gm)].map(
      ([, , block, line]) => block ?? line ?? "",
    )
    expect(scripts).toHaveLength(3)
    await call("npm", ["run", "--silent", "build:kit"], { cwd: root })
    const origin = join(dir, "origin")
    await mkdir(join(origin, "tools"), { recursive: true })
    await cp(join(root, "cli/dist/backfill-kit.cjs"), join(origin, "tools/backfill-kit.cjs"))
    await cp(join(root, "kits/fixture"), join(origin, "kit"), { recursive: true })
    const git = (...args: string[]) =>
      call("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: origin })
    await git("init", "-q", "-b", "main")
    await git("add", ".")
    await git("commit", "-qm", "Add the kit")
    await git("clone", "-q", origin, join(dir, "clone"))
    const summary = join(dir, "summary.md")
    for (const script of scripts)
      await call("sh", ["-ec", script], {
        cwd: join(dir, "clone"),
        env: { ...env(), GITHUB_STEP_SUMMARY: summary },
      })
    expect(await readFile(summary, "utf8")).toContain("Nothing differs.")
    expect((await readFile(join(dir, "clone/guide.pdf"))).subarray(0, 5).toString()).toBe("%PDF-")
  })
})
