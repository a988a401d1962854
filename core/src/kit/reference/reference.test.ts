import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readKit } from "../read.ts"
import { add, edit, FIXTURE_PATHS, replaceText } from "../test-kit.ts"
import { kindOfPath, type KitFile, kitTree } from "../tree.ts"
import { jsonSchemas, SCHEMA_COMMENT } from "./json-schema.ts"
import { referencePage } from "./page.ts"
import { rulesPage } from "./rules-page.ts"

const root = new URL("../../../../", import.meta.url)
const text = (path: string) => readFileSync(new URL(path, root), "utf8")
const AGAIN = "run node scripts/kit-docs.mjs"

describe("what is generated from the schema", () => {
  it("is what is checked in", () => {
    for (const [name, schema] of Object.entries(jsonSchemas()))
      expect(JSON.parse(text(`kits/schema/${name}.json`)), AGAIN).toEqual(schema)
    expect(readdirSync(new URL("kits/schema", root))).toHaveLength(Object.keys(jsonSchemas()).length)
    expect(text("docs/kit-reference.md"), AGAIN).toBe(referencePage())
    expect(text("docs/kit-rules.md"), AGAIN).toBe(rulesPage())
  })

  it("says something about every key", () => {
    expect(referencePage()).not.toMatch(/\| +\|$/m)
    for (const { required } of kitTree) if (required) expect(referencePage()).toContain(`## ${required}`)
  })

  it("knows every key that the format has, and refuses others as the reader does", () => {
    const question = jsonSchemas().question as {
      properties: object
      required: string[]
      additionalProperties: boolean
    }
    expect(question.additionalProperties).toBe(false)
    expect(Object.keys(question.properties)).toContain("confusedWith")
    expect(question.required).toContain("anchors")
    expect(question.required).not.toContain("samples")
  })
})

describe("the comment that names a file's schema", () => {
  it("leads from every file of the template to the schema of its kind", () => {
    const template = new URL("kits/template/", root)
    const files = readdirSync(template, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".yaml"),
    )
    expect(files).toHaveLength(7)
    for (const file of files) {
      const [first = ""] = readFileSync(new URL(file, template), "utf8").split("\n")
      expect(SCHEMA_COMMENT.exec(first)?.[1], file).toBe(kindOfPath(file.replaceAll("\\", "/")))
      const schema = first.slice(first.indexOf("=") + 1)
      expect(existsSync(new URL(schema, new URL(file, template))), file).toBe(true)
    }
  })

  it("changes nothing in what is read", () => {
    const fixture: KitFile[] = FIXTURE_PATHS.map((path) => ({
      path,
      bytes: new Uint8Array(readFileSync(new URL(`kits/fixture/${path}`, root))),
      kind: "file",
    }))
    const commented = FIXTURE_PATHS.filter((path) => path.endsWith(".yaml")).reduce<KitFile[]>(
      (files, path) => replaceText(path, (old) => `# yaml-language-server: $schema=../x.json\n${old}`)(files),
      fixture,
    )
    const { kit, problems } = readKit(commented)
    expect(problems).toEqual([])
    expect({ ...kit, digest: "" }).toEqual({ ...readKit(fixture).kit, digest: "" })
    const wrong = edit("kit.yaml", "id: fixture", "id: Fixture")(commented)
    expect(readKit(add()(wrong)).problems[0]?.line).toBe(3)
  })
})
