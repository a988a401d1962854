import { execFileSync } from "node:child_process"
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { KIT_LIMITS, readKit } from "@backfill/core"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { walkKit } from "./walk-kit.ts"

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "walk-kit-"))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const kitsFolder = (name: string) => new URL(`../../../../kits/${name}`, import.meta.url).pathname

describe("walkKit", () => {
  it.each(["fixture", "template"])("hands out kits/%s, which has no problems", async (name) => {
    const { kit, problems } = readKit(await walkKit(kitsFolder(name)))
    expect(problems).toEqual([])
    expect(kit?.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it("names files by their path in the folder, and passes over names with a dot in front", async () => {
    await mkdir(join(dir, "questions"))
    await mkdir(join(dir, ".git"))
    await writeFile(join(dir, "questions", "a.yaml"), "ä")
    await writeFile(join(dir, ".git", "config"), "x")
    await writeFile(join(dir, ".hidden"), "x")
    const files = await walkKit(dir)
    expect(files).toEqual([{ path: "questions/a.yaml", bytes: new Uint8Array([0xc3, 0xa4]), kind: "file" }])
  })

  it("lists links and pipes without following or opening them", async () => {
    await symlink(kitsFolder("fixture"), join(dir, "guides"))
    await symlink(kitsFolder("fixture/kit.yaml"), join(dir, "kit.yaml"))
    await symlink(dir, join(dir, "loop"))
    execFileSync("mkfifo", [join(dir, "pipe")])
    const files = await walkKit(dir)
    expect(files.map(({ path, kind, bytes }) => [path, kind, bytes.length])).toEqual([
      ["guides", "link", 0],
      ["kit.yaml", "link", 0],
      ["loop", "link", 0],
      ["pipe", "other", 0],
    ])
  })

  it("reads no more of a huge file than it takes to refuse it", async () => {
    await writeFile(join(dir, "kit.yaml"), "")
    await truncate(join(dir, "kit.yaml"), 50 * 1024 ** 3)
    const files = await walkKit(dir)
    expect(files[0]?.bytes.length).toBe(KIT_LIMITS.fileBytes + 1)
    expect(readKit(files).problems.map(({ code }) => code)).toContain("file-too-big")
  })

  it("stops reading soon after the kit is too large", async () => {
    for (let index = 0; index < 15; index++) {
      await writeFile(join(dir, `large-${index}.txt`), "")
      await truncate(join(dir, `large-${index}.txt`), KIT_LIMITS.fileBytes)
    }
    const files = await walkKit(dir)
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(KIT_LIMITS.kitBytes + 1)
    expect(readKit(files).problems.map(({ code }) => code)).toEqual(["kit-too-big"])
  })

  it("stops listing soon after there are too many files", async () => {
    await mkdir(join(dir, "a"))
    for (let index = 0; index < KIT_LIMITS.files + 5; index++)
      await writeFile(join(dir, "a", `${index}.txt`), "")
    const files = await walkKit(dir)
    expect(files).toHaveLength(KIT_LIMITS.files + 1)
  })

  it("rejects when there is no such folder", async () => {
    await expect(walkKit(join(dir, "gone"))).rejects.toThrow("ENOENT")
  })
})
