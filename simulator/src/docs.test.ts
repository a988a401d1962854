import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { componentsPage } from "./components-page.ts"
import { runDocument } from "./test-designs.ts"
import { inRow } from "./theory/cases.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const page = readFileSync(join(root, "docs/simulator.md"), "utf8")
const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page)?.[1] ?? ""

describe("docs/simulator.md", () => {
  it("shows a design that runs as it stands, and breaks its promise through the crash", () => {
    const answer = runDocument(JSON.parse(block("json")) as Record<string, unknown>)
    expect(answer.endToEnd.count).toBeGreaterThan(50_000)
    expect(answer.objectives[0]).toMatchObject({ met: false })
    expect(answer.duplicates.delivered).toBe(0)
    expect(answer.cost.lines.map(({ component }) => component)).toContain("log")
  })

  it("shows a component that works when its steps are followed", { timeout: 60_000 }, () => {
    const copy = mkdtempSync(join(tmpdir(), "backfill-component-"))
    try {
      cpSync(join(root, "simulator"), join(copy, "simulator"), { recursive: true })
      mkdirSync(join(copy, "node_modules"))
      symlinkSync(join(root, "node_modules/@backfill"), join(copy, "node_modules/@backfill"))
      const folder = join(copy, "simulator/src/components")
      expect(block("ts").split("\n").length).toBeLessThan(100)
      writeFileSync(join(folder, "throttle.ts"), block("ts"))
      const all = readFileSync(join(folder, "all.ts"), "utf8")
      const added = all.replace("export const COMPONENTS = {", "export const COMPONENTS = {\n  throttle,")
      writeFileSync(join(folder, "all.ts"), `import { throttle } from "./throttle.ts"\n${added}`)
      const design = {
        ...inRow(80, [{ id: "q", type: "throttle" }]),
        run: { customers: 50_000, warmup: 1000 },
      }
      const program = `
        const { readDesign, simulate } = await import(${JSON.stringify(join(copy, "simulator/src/index.ts"))})
        const { design, problems } = readDesign(${JSON.stringify(design)})
        console.log(JSON.stringify(design === null ? problems : simulate(design).components.q.wait.mean))`
      const mean = Number(
        execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }),
      )
      // M/D/1 with services of 10 ms at 0.8: two services on average.
      expect(Math.abs(mean / 0.02 - 1)).toBeLessThan(0.05)
    } finally {
      rmSync(copy, { recursive: true })
    }
  })

  it("names every fault", () => {
    for (const type of [
      "crash",
      "slow-node",
      "lost-broker",
      "hot-partition",
      "network-cut",
      "poison-message",
      "schema-change",
      "partial-loss",
      "duplicates",
      "late-data",
      "missed-schedule",
      "quota",
      "price-change",
    ])
      expect(page).toContain(`\`${type}\``)
  })
})

describe("docs/simulator-components.md", () => {
  it("prints every component as the program has it", () => {
    const file = join(root, "docs/simulator-components.md")
    if (process.env["UPDATE_PAGES"] === "1") writeFileSync(file, componentsPage())
    expect(readFileSync(file, "utf8")).toBe(componentsPage())
  })
})
