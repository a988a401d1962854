import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { CODES } from "./codes.ts"
import { readKit } from "./read.ts"
import { add, FIXTURE_PATHS, textFile } from "./test-kit.ts"
import { type KitFile, kitTree } from "./tree.ts"

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url))
const page = read("docs/kits.md").toString("utf8")

const fixture: KitFile[] = FIXTURE_PATHS.map((path) => ({
  path,
  bytes: new Uint8Array(read(`kits/fixture/${path}`)),
  kind: "file",
}))

describe("docs/kits.md", () => {
  it("shows a question that can be put into a kit as it stands", () => {
    const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? "")
    expect(blocks).toHaveLength(1)
    const { kit, problems } = readKit(add(textFile("questions/late-data.yaml", blocks[0] ?? ""))(fixture))
    expect(problems).toEqual([])
    expect(kit?.questions.map(({ id }) => id)).toContain("late-data")
  })

  it("prints the table of codes as the program has it", () => {
    const rows = Object.entries(CODES).map(
      ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
    )
    const printed = page.split("\n").filter((line) => /^\| `[a-z-]+` \| (error|warning) \|/.test(line))
    expect(printed).toEqual(rows)
  })

  it("names every file a kit needs", () => {
    for (const { required } of kitTree) {
      if (required) expect(page).toContain(`| \`${required}\` |`)
    }
  })
})
