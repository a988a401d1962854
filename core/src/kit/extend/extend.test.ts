import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { bundleKit, readBundle } from "../bundle.ts"
import { kitDigest } from "../digest.ts"
import { readKit } from "../read.ts"
import { edit, FIXTURE_PATHS, remove, textFile } from "../test-kit.ts"
import type { KitFile } from "../tree.ts"

const fixture: KitFile[] = FIXTURE_PATHS.map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(new URL(`../../../../kits/fixture/${path}`, import.meta.url))),
  kind: "file",
}))

const manifest = (more: string, id = "child", ref = "fixture@1.0.0") =>
  textFile(
    "kit.yaml",
    `format: backfill-kit/1\nid: ${id}\nversion: 2.0.0\ntitle: Child\nrole: Analyst\nextends: ${ref}\n${more}`,
  )
const read = (...files: KitFile[]) => readKit(files, { known: [fixture] })
const found = (problems: { code: string; file: string; line: number }[]) =>
  problems.map(({ code, file, line }) => `${code} ${file}:${line}`)

describe("a kit that extends another", () => {
  it("without changes is the other under its own name", () => {
    const { kit, problems } = read(manifest(""))
    expect(problems).toEqual([])
    const whole = readKit(fixture).kit
    expect(kit).toMatchObject({ id: "child", version: "2.0.0", role: "Analyst", extends: "fixture@1.0.0" })
    for (const part of [
      "questions",
      "exercises",
      "competencies",
      "rounds",
      "stages",
      "form",
      "guides",
    ] as const)
      expect(kit?.[part]).toEqual(whole?.[part])
  })

  it("changes the keys it gives of an entry, and adds entries behind the one before them", () => {
    const { kit, problems } = read(
      manifest(""),
      textFile(
        "framework.yaml",
        "competencies:\n  - id: pipelines\n    weight: 40\n  - id: modelling\n    weight: 40\n",
      ),
      textFile(
        "rounds.yaml",
        "stages:\n  - id: screen\n  - id: reading\n    title: Reading\n    kind: screen\n    summary: We read your work.\n",
      ),
    )
    expect(problems).toEqual([])
    expect(kit?.competencies.map(({ id, weight }) => [id, weight])).toEqual([
      ["pipelines", 40],
      ["modelling", 40],
      ["ownership", 20],
    ])
    expect(kit?.competencies[0]?.levels?.junior).toContain("twice")
    expect(kit?.stages.map(({ id }) => id)).toEqual([
      "application",
      "screen",
      "reading",
      "interviews",
      "offer",
    ])
  })

  it("replaces a question by its id and takes out what it removes", () => {
    const grain = new TextDecoder().decode(fixture.find(({ path }) => path.includes("grain"))?.bytes)
    const { kit, problems } = read(
      manifest("removes:\n  exercises: [replay-drill]\n  guides: [first-talk]\n"),
      textFile("questions/grain-of-a-table.yaml", grain.replace("minutes: 15", "minutes: 10")),
    )
    expect(problems).toEqual([])
    expect(kit?.questions.map(({ id, minutes }) => [id, minutes])).toEqual([
      ["grain-of-a-table", 10],
      ["rerun-a-load", 15],
      ["stayed-with-it", 20],
    ])
    expect(kit?.exercises.map(({ id }) => id)).toEqual(["late-orders"])
    expect(kit?.guides).toEqual({})
  })

  it("is told of what its own changes break below, at its own files", () => {
    const { kit, problems } = read(
      manifest("removes:\n  questions: [rerun-a-load, rerun-a-lode]\n"),
      textFile("framework.yaml", "competencies:\n  - id: pipelines\n    weight: 45\n    wieght: 1\n"),
    )
    expect(kit).toBeUndefined()
    expect(found(problems)).toContain("reference-missing kit.yaml:6")
    expect(found(problems)).toContain("removes-missing kit.yaml:8")
    expect(found(problems)).toContain("key-unknown framework.yaml:4")
    expect(problems.find(({ code }) => code === "reference-missing")?.message).toContain(
      "rounds.yaml, line 17, of fixture@1.0.0",
    )
    expect(problems.find(({ code }) => code === "removes-missing")?.help).toBe("Did you mean rerun-a-load?")
  })

  it("may stand on a kit that stands on a third", () => {
    const middle = [manifest("", "middle"), textFile("form.yaml", "introduction: Hello from the middle.\n")]
    const { kit, problems } = readKit([manifest("", "top", "middle@2.0.0")], { known: [middle, fixture] })
    expect(problems).toEqual([])
    expect(kit?.form.introduction).toBe("Hello from the middle.")
    expect(kit?.form.fields).toHaveLength(3)
  })

  it.each([
    [
      "a kit nobody has",
      [manifest("", "child", "fixtrue@1.0.0")],
      "extends-missing kit.yaml:6",
      /Did you mean fixture@1\.0\.0/,
    ],
    [
      "another version",
      [manifest("", "child", "fixture@1.1.0")],
      "extends-missing kit.yaml:6",
      /there is version 1\.0\.0/,
    ],
    ["itself", [manifest("", "child", "child@2.0.0")], "extends-cycle kit.yaml:6", /doesn’t extend this one/],
  ])("on %s says so, and still checks its own files", (_name, files, expected, help) => {
    const { kit, problems } = read(...files, textFile("questions/odd.yaml", "id: odd\n"))
    expect(kit).toBeUndefined()
    expect(found(problems)).toContain(expected)
    expect(problems.find(({ code }) => code.startsWith("extends"))?.help).toMatch(help)
    expect(found(problems)).toContain("value-missing questions/odd.yaml:1")
  })

  it("on a kit with errors, or on none with something to remove, says so too", () => {
    const broken = remove("form.yaml")([...fixture])
    expect(found(readKit([manifest("")], { known: [broken] }).problems)).toEqual([
      "extends-broken kit.yaml:6",
    ])
    const alone = edit(
      "kit.yaml",
      "title: Fixture kit",
      "removes: { questions: [a] }\ntitle: Fixture kit",
    )([...fixture])
    expect(found(readKit(alone).problems)).toContain("removes-alone kit.yaml:4")
  })

  it("has a digest over both, and a bundle that needs nothing else", () => {
    const files = [manifest("")]
    const { kit } = read(...files)
    expect(kit?.digest).toBe(kitDigest(files, [fixture]))
    const changed = edit("guides/first-talk.md", "quiet", "silent")([...fixture])
    expect(kitDigest(files, [changed])).not.toBe(kit?.digest)
    const back = readBundle(bundleKit(files, [fixture]))
    expect(back.problems).toEqual([])
    expect(back.kit).toEqual(kit)
    const tampered = bundleKit(files, [fixture]).replace("half-way", "halfway")
    expect(readBundle(tampered).problems.map(({ code }) => code)).toEqual(["bundle-invalid"])
  })
})
