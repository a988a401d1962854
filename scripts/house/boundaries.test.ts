import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { ARROWS } from "./arrows.ts"
import { cycles, importsOf, readHouse, strayArrows } from "./imports.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const house = readHouse(root, Object.keys(ARROWS))

/** What computes how somebody speaks, who may know of it, and the packages it stands on. */
const HEARING = "web/src/features/rehearse/speech/"
const MAY_HEAR = /^web\/(src\/features\/rehearse|training\/speech)\//
const HEARING_PACKAGES = /^(onnxruntime|@ricky0123\/vad)/
const heardElsewhere = (imports: typeof house.imports) =>
  imports.filter(
    ({ from, to }) => (to.startsWith(HEARING) || HEARING_PACKAGES.test(to)) && !MAY_HEAR.test(from),
  )

describe("the house", () => {
  it("is read: every workspace, hundreds of files and their imports", () => {
    expect(house.files.length).toBeGreaterThan(250)
    expect(house.imports.length).toBeGreaterThan(800)
    for (const workspace of Object.keys(ARROWS))
      expect(
        house.files.some((f) => f.startsWith(`${workspace}/`)),
        workspace,
      ).toBe(true)
  })
  it("has no import against the table", () => expect(strayArrows(house, ARROWS)).toEqual([]))
  it("has no import cycle, type imports counted", () => expect(cycles(house)).toEqual([]))
  it("imports only packages that the workspace declares", () => {
    const undeclared = house.imports.filter(({ from, to }) => {
      if (to.includes("src/") || to.startsWith("node:") || /\.(css|ts|tsx|mjs)$/.test(to)) return false
      const name = to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/")
      const own = JSON.parse(readFileSync(`${root}${from.split("/")[0]}/package.json`, "utf8")) as Record<
        string,
        Record<string, string>
      >
      const shared = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Record<
        string,
        Record<string, string>
      >
      return ![own.dependencies, own.devDependencies, own.optionalDependencies, shared.devDependencies].some(
        (d) => d && name in d,
      )
    })
    expect(undeclared).toEqual([])
  })
  it("keeps source files under 600 lines", () => {
    const long = house.files.filter((f) => readFileSync(root + f, "utf8").split("\n").length > 600)
    expect(long).toEqual([])
  })
  it("keeps clocks and chance out of the pure workspaces", () => {
    const impure = house.files.filter(
      (f) =>
        /^(core|contract|simulator|coach\/src)\//.test(f) &&
        !f.endsWith(".test.ts") &&
        /\bDate\.now|new Date\(\)|\bMath\.random|\bprocess\.(env|argv|cwd|hrtime|nextTick)/.test(
          readFileSync(root + f, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
        ),
    )
    expect(impure).toEqual([])
  })
  it("hears speech in rehearsals alone: no feature beside it, and nothing of hiring, imports what computes it", () => {
    expect(house.files.filter((file) => file.startsWith(HEARING)).length).toBeGreaterThan(10)
    expect(heardElsewhere(house.imports)).toEqual([])
  })
  it("prints the same table in ARCHITECTURE.md", () => {
    const text = readFileSync(`${root}ARCHITECTURE.md`, "utf8")
    const rows = [...text.matchAll(/^\| `(\w+)` \| (.*?) \|$/gm)].map((m) => [
      m[1] as string,
      [...(m[2] as string).matchAll(/`(\w+)`/g)].map((x) => x[1] as string),
    ])
    expect(Object.fromEntries(rows)).toEqual(ARROWS)
  })
})

describe("the check itself", () => {
  it("sees every form of import", () => {
    const source = `import a from "./a.ts"\nimport type { B } from "./b.ts"\nexport * from "./c.ts"\nconst d = await import("./d.ts")\nimport "./e.css"\nimport {\n  f,\n} from "./f.ts"`
    expect(importsOf(source)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.css", "./f.ts"])
  })
  it("reports a planted arrow", () => {
    const planted = {
      ...house,
      imports: [...house.imports, { from: "core/src/index.ts", to: "server/src/index.ts" }],
    }
    expect(strayArrows(planted, ARROWS)).toEqual([{ from: "core/src/index.ts", to: "server/src/index.ts" }])
  })
  it("reports a page of hiring that listens, and a server that loads the model", () => {
    const planted = [
      { from: "web/src/features/scorecards/scorecard-page.tsx", to: `${HEARING}index.ts` },
      { from: "server/src/features/screening/service.ts", to: "onnxruntime-web/wasm" },
    ]
    expect(heardElsewhere([...house.imports, ...planted])).toEqual(planted)
  })
  it("reports a planted cycle", () => {
    const planted = {
      ...house,
      imports: [...house.imports, { from: "core/src/kit/schema.ts", to: "core/src/kit/index.ts" }],
    }
    expect(cycles(planted).length).toBeGreaterThan(0)
  })
})
