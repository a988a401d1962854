import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

export interface Import {
  from: string
  to: string
}
export interface House {
  files: string[]
  imports: Import[]
}

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g

/** Every import in a source text, `import type`, re-exports and `import()` included. */
export const importsOf = (source: string): string[] =>
  [...source.matchAll(IMPORT)].map((m) => (m[1] ?? m[2]) as string)

/** All source files of the workspaces and what each imports: a file of the house, or a package by name. */
export function readHouse(root: string, workspaces: string[]): House {
  const files = workspaces.flatMap((w) =>
    readdirSync(join(root, w), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && /\.(ts|tsx|mts)$/.test(e.name) && !/node_modules|dist/.test(e.parentPath))
      .map((e) => relative(root, join(e.parentPath, e.name))),
  )
  const imports = files.flatMap((from) =>
    importsOf(readFileSync(join(root, from), "utf8")).map((name) => ({
      from,
      to: name.startsWith(".")
        ? relative(root, resolve(root, dirname(from), name))
        : name.startsWith("@backfill/")
          ? `${name.slice("@backfill/".length)}/src/index.ts`
          : name,
    })),
  )
  return { files, imports }
}

const workspaceOf = (path: string) => path.split("/")[0] as string

/** Imports that go where the table has no arrow. */
export const strayArrows = ({ imports }: House, arrows: Record<string, string[]>): Import[] =>
  imports.filter(({ from, to }) => {
    const [a, b] = [workspaceOf(from), workspaceOf(to)]
    return b in arrows && to.includes("/") && a !== b && !arrows[a]?.includes(b)
  })

/** Import cycles between files, type imports counted: each as the files on the way round. */
export function cycles({ files, imports }: House): string[][] {
  const next = new Map<string, string[]>(files.map((f) => [f, []]))
  for (const { from, to } of imports) if (next.has(to)) next.get(from)?.push(to)
  const found: string[][] = []
  const state = new Map<string, "open" | "done">()
  const path: string[] = []
  const visit = (file: string) => {
    state.set(file, "open")
    path.push(file)
    for (const to of next.get(file) ?? []) {
      if (state.get(to) === "open") found.push([...path.slice(path.indexOf(to)), to])
      else if (!state.has(to)) visit(to)
    }
    path.pop()
    state.set(file, "done")
  }
  for (const file of files) if (!state.has(file)) visit(file)
  return found
}
