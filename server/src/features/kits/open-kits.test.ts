import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readBundle } from "@backfill/core"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { openKits } from "./open-kits.ts"

const FIXTURE = join(import.meta.dirname, "../../../../kits/fixture")
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-kits-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe("the kits of an installation", () => {
  it("are the shipped ones and those of the folders set, whether a kit or a folder of kits", async () => {
    await cp(FIXTURE, join(folder, "mine"), { recursive: true })
    const ids = (await openKits([folder])).list().map((kit) => kit.id)
    expect(ids).toEqual(["analytics-engineer", "data-engineer", "ml-platform-engineer", "fixture"])
    expect((await openKits([join(folder, "mine")])).list().map((kit) => kit.id)).toEqual(ids)
  })

  it("carry a bundle that reads back as the same kit", async () => {
    for (const found of (await openKits([])).list())
      expect(readBundle(found.bundle).kit?.digest).toBe(found.kit?.digest)
  })

  it("are listed with what is wrong when they can't be used", async () => {
    await cp(FIXTURE, join(folder, "broken"), { recursive: true })
    await writeFile(join(folder, "broken", "form.yaml"), "introduction: [")
    const found = (await openKits([folder])).list().find((kit) => kit.id === "broken")
    expect(found).toMatchObject({
      kit: undefined,
      problems: expect.arrayContaining([expect.objectContaining({ file: "form.yaml", severity: "error" })]),
    })
    expect(
      (await openKits([join(folder, "missing")])).list().find((kit) => kit.id === "missing")?.problems,
    ).not.toEqual([])
  })

  it("may not share an id", async () => {
    await cp(FIXTURE, join(folder, "a"), { recursive: true })
    await cp(FIXTURE, join(folder, "b"), { recursive: true })
    const both = (await openKits([folder])).list().filter((kit) => kit.id === "fixture")
    expect(both.map((kit) => kit.kit === undefined)).toEqual([false, true])
    expect(both[1]?.problems.at(-1)?.code).toBe("kit-repeated")
  })

  it("may extend one another, wherever they lie", async () => {
    const child = join(folder, "child")
    await cp(FIXTURE, join(folder, "mine"), { recursive: true })
    await mkdir(child)
    await writeFile(
      join(child, "kit.yaml"),
      "format: backfill-kit/1\nid: child\nversion: 1.0.0\ntitle: Child\nrole: Analyst\nextends: fixture@1.0.0\n",
    )
    const kits = (await openKits([folder])).list()
    const found = kits.find((kit) => kit.id === "child")
    expect(found?.kit?.questions).toHaveLength(3)
    expect(readBundle(found?.bundle ?? "").kit?.digest).toBe(found?.kit?.digest)
  })

  it("show an edit on a later look, and keep what hasn't changed", async () => {
    await cp(FIXTURE, join(folder, "mine"), { recursive: true })
    const kits = await openKits([folder])
    const before = kits.list()
    const file = join(folder, "mine", "kit.yaml")
    await writeFile(file, (await readFile(file, "utf8")).replace(/^title:.*$/m, "title: Another title"))
    await vi.waitFor(
      () => expect(kits.list().find((kit) => kit.id === "fixture")?.kit?.title).toBe("Another title"),
      5000,
    )
    expect(kits.list()[0]?.kit).toBe(before[0]?.kit)
  })
})
