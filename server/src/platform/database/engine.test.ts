import { execFileSync } from "node:child_process"
import { cpSync, lstatSync, mkdirSync, readdirSync, truncateSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { findEngine, runnableEngine } from "./engine.ts"
import { openWorkshop, type Workshop } from "./test-processes.ts"

let workshop: Workshop
let dataDir: string

beforeEach(() => {
  workshop = openWorkshop()
  dataDir = join(workshop.folder, "data")
  mkdirSync(dataDir)
})
afterEach(() => workshop.clean())

const version = (root: string, as = {}) =>
  execFileSync(join(root, "bin", "postgres"), ["--version"], { encoding: "utf8", cwd: root, ...as })

test("the engine of the packages is used where it lies", () => {
  const engine = findEngine()
  expect(runnableEngine(engine, dataDir, undefined)).toEqual(engine)
  expect(version(engine.root)).toContain(`(PostgreSQL) ${engine.version}`)
})

test("links that an install without scripts left out are made in a copy; copies of older releases go", () => {
  const engine = findEngine()
  const bare = join(workshop.folder, "package", "native")
  cpSync(engine.root, bare, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  mkdirSync(join(dataDir, "engine-17.1"))
  const runnable = runnableEngine({ ...engine, root: bare }, dataDir, undefined)
  expect(dirname(runnable.root)).toBe(dataDir)
  expect(version(runnable.root)).toContain(engine.version)
  expect(readdirSync(dataDir)).toEqual([`engine-${engine.version}`])
  expect(runnableEngine({ ...engine, root: bare }, dataDir, undefined)).toEqual(runnable)
})

test("a copy that a power cut robbed of its bytes is made again", () => {
  const engine = findEngine()
  const bare = join(workshop.folder, "package", "native")
  cpSync(engine.root, bare, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  const { root } = runnableEngine({ ...engine, root: bare }, dataDir, undefined)
  truncateSync(join(root, "bin", "postgres"))
  runnableEngine({ ...engine, root: bare }, dataDir, undefined)
  expect(version(root)).toContain(engine.version)
})

test.runIf(process.getuid?.() === 0)(
  "packages in a folder of root's alone are copied for the database's account",
  () => {
    const engine = findEngine()
    const closed = join(workshop.folder, "closed")
    mkdirSync(closed, { mode: 0o700 })
    cpSync(engine.root, join(closed, "native"), { recursive: true, verbatimSymlinks: true })
    const nobody = { uid: 65534, gid: 65534 }
    const runnable = runnableEngine({ ...engine, root: join(closed, "native") }, dataDir, nobody)
    expect(version(runnable.root, nobody)).toContain(engine.version)
  },
)
