import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { kitCommand } from "./command.ts"

const kits = new URL("../../../kits/", import.meta.url).pathname
let dir: string
let mine: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "kit-commands-"))
  mine = join(dir, "mine")
  await cp(join(kits, "fixture"), mine, { recursive: true })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function run(...args: string[]) {
  const logged: string[] = []
  const errors: string[] = []
  const code = await kitCommand(args, {
    log: (line) => logged.push(line),
    error: (line) => errors.push(line),
  })
  return { code, logged: logged.join("\n"), errors: errors.join("\n") }
}

async function change(file: string, from: string, to: string) {
  const text = await readFile(join(mine, file), "utf8")
  expect(text).toContain(from)
  await writeFile(join(mine, file), text.replace(from, to))
}

const CHILD =
  "format: backfill-kit/1\nid: child\nversion: 1.0.0\ntitle: Child\nrole: Analyst\nextends: fixture@1.0.0\n"

describe("backfill kit", () => {
  it.each([
    [[]],
    [["fly"]],
    [["new"]],
    [["diff", "a"]],
    [["render", "fixture"]],
    [["render", "fixture", "--to", "poster", "--format", "pdf", "--out", "x"]],
    [["export", "a"]],
    [["import", "a"]],
    [["check", "a", "--fast"]],
  ])("ends with 2 for the call %j", async (args) => {
    const { code, errors } = await run(...args)
    expect(code).toBe(2)
    expect(errors).toMatch(/backfill kit/)
  })

  it("takes the id of a known kit in place of a folder", async () => {
    expect(await run("check", "fixture")).toMatchObject({ code: 0 })
    expect(await run("check", "no-such-kit")).toMatchObject({
      code: 2,
      errors: expect.stringContaining("nothing was done"),
    })
  })
})

describe("kit new", () => {
  it("makes a kit that checks out, under the folder's name, with schemas for editors", async () => {
    const made = join(dir, "My Team's Kit")
    expect(await run("new", made)).toMatchObject({ code: 0 })
    expect(JSON.parse((await run("check", made, "--json")).logged)).toMatchObject({ ok: true, problems: [] })
    expect(await readFile(join(made, "kit.yaml"), "utf8")).toContain("\nid: my-team-s-kit")
    const question = await readFile(join(made, "questions", "my-question.yaml"), "utf8")
    expect(question.split("\n")[0]).toBe("# yaml-language-server: $schema=../.schema/question.json")
    expect(JSON.parse(await readFile(join(made, ".schema", "question.json"), "utf8"))).toHaveProperty(
      "properties.anchors",
    )
  })

  it("leaves a folder alone that holds something", async () => {
    expect(await run("new", mine)).toMatchObject({ code: 1, errors: expect.stringContaining("isn’t empty") })
  })
})

describe("kit diff", () => {
  it("says in words what changed and whether scores stay comparable", async () => {
    await change("questions/rerun-a-load.yaml", "3: Makes this load", "3: Makes each load")
    const { code, logged } = await run("diff", "fixture", mine, "--markdown")
    expect(code).toBe(0)
    expect(logged).toContain("# From fixture 1.0.0 to fixture 1.0.0")
    expect(logged).toContain("Scores of these are not comparable")
    expect((await run("diff", mine, mine)).logged).toContain("Nothing differs.")
  })

  it("ends with 1 when a kit has errors, and names the way to see them", async () => {
    await change("form.yaml", "fields:", "feilds:")
    expect(await run("diff", "fixture", mine)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("backfill kit check"),
    })
  })
})

describe("kit render", () => {
  it.each(["booklet", "candidate"])("writes the %s as HTML and as PDF", async (to) => {
    const html = join(dir, "out.html")
    const pdf = join(dir, "out.pdf")
    expect(await run("render", mine, "--to", to, "--format", "html", "--out", html)).toMatchObject({
      code: 0,
    })
    expect(await readFile(html, "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    expect(await run("render", mine, "--to", to, "--format", "pdf", "--out", pdf)).toMatchObject({ code: 0 })
    const bytes = await readFile(pdf)
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
    expect(bytes.length).toBeGreaterThan(10_000)
  })

  it("refuses a level nobody has, and a file that can't be written", async () => {
    const call = ["render", mine, "--to", "booklet", "--format", "html", "--out"]
    expect(await run(...call, join(dir, "x"), "--level", "lead")).toMatchObject({ code: 2 })
    expect(await run(...call, join(dir, "no", "x"))).toMatchObject({
      code: 1,
      errors: expect.stringContaining("nothing was saved"),
    })
  })
})

describe("kit export and import", () => {
  it("carry every file over, and don't overwrite", async () => {
    const file = join(dir, "kit.json")
    const back = join(dir, "back")
    expect(await run("export", mine, file)).toMatchObject({ code: 0 })
    expect(await run("export", mine, file)).toMatchObject({ code: 1 })
    expect(await run("import", file, back)).toMatchObject({ code: 0 })
    expect(await run("import", file, back)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("isn’t empty"),
    })
    expect((await run("diff", mine, back)).logged).toContain("Nothing differs.")
    expect((await run("check", back)).logged).toBe((await run("check", mine)).logged)
    expect((await run("check", file)).code).toBe(0)
  })

  it("notice a file that was changed, cut or is something else", async () => {
    const file = join(dir, "kit.json")
    await run("export", mine, file)
    const text = await readFile(file, "utf8")
    for (const bad of [
      text.replace("half-way", "halfway"),
      text.slice(0, 500),
      "{}",
      text.replace('"path":"kit.yaml"', '"path":"../kit.yaml"'),
    ]) {
      await writeFile(file, bad)
      expect(await run("import", file, join(dir, "back"))).toMatchObject({
        code: 1,
        errors: expect.stringContaining("Nothing was imported"),
      })
    }
  })

  it("take the kits along that a kit extends", async () => {
    const child = join(dir, "child")
    await mkdir(child)
    await writeFile(join(child, "kit.yaml"), CHILD)
    expect(await run("check", child)).toMatchObject({ code: 0 })
    const file = join(dir, "child.json")
    expect(await run("export", child, file)).toMatchObject({ code: 0 })
    const far = join(dir, "far", "child")
    expect(await run("import", file, far, "--parents")).toMatchObject({
      code: 0,
      logged: expect.stringContaining("fixture@1.0.0"),
    })
    expect((await run("check", far)).logged).toBe((await run("check", child)).logged)
    expect((await run("diff", mine, far)).logged).toContain("Scores stay comparable")
  })
})

describe("a kit that extends another", () => {
  it("finds it by --parent when it lies elsewhere", async () => {
    const child = join(dir, "alone", "child")
    await mkdir(child, { recursive: true })
    await writeFile(join(child, "kit.yaml"), CHILD)
    expect(await run("check", child)).toMatchObject({
      code: 1,
      logged: expect.stringContaining("extends-missing"),
    })
    expect(await run("check", child, "--parent", mine)).toMatchObject({ code: 0 })
  })
})
