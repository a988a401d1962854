import { readdir, readFile, stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { KIT_LIMITS, type KitFile, peekKit, readBundle } from "@backfill/core"
import { knownFolders, SHIPPED } from "../../../server/src/features/kits/open-kits.ts"
import { walkKit } from "../../../server/src/features/kits/walk-kit.ts"
import type { Output } from "../output.ts"

/** A kit's own files, and those of the kits it may extend. */
export interface FoundFiles {
  files: KitFile[]
  known: KitFile[][]
}

/** An exported kit holds its files as JSON, which takes six characters for one at most. */
const MAX_EXPORT = 6 * KIT_LIMITS.kitBytes

/**
 * The kit a person names: a folder, a file made by `kit export`, or the id of a kit among the shipped ones and those of
 * BACKFILL_KITS. Says what is wrong and gives undefined when there is none. For a kit that extends another, the kits
 * of the installation, those beside it and those in `parents` are looked through.
 */
export async function findKit(
  name: string,
  out: Output,
  parents: readonly string[] = [],
): Promise<FoundFiles | undefined> {
  try {
    const found = await stat(name).catch(() => undefined)
    if (found?.isFile() && basename(name) !== "kit.yaml") return await exported(name, found.size, out)
    const folder = found ? name : await folderById(name)
    const files = await walkKit(folder ?? name)
    if (peekKit(files).extends === undefined) return { files, known: [] }
    return { files, known: await knownKits(folder ?? name, parents) }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    out.error(
      `The kit ${name} can’t be read; nothing was done. Name the folder that holds kit.yaml, an exported file, or the id of a kit. (${cause})`,
    )
    return undefined
  }
}

async function exported(file: string, size: number, out: Output): Promise<FoundFiles | undefined> {
  const { files, known, problems } =
    size > MAX_EXPORT ? readBundle("") : readBundle(await readFile(file, "utf8"))
  if (files.length > 0) return { files, known }
  for (const { message, help } of problems) out.error(`${file}: ${message} ${help}`)
  return undefined
}

/** The installation's kit with an id; the template and the test kit can be named too. */
async function folderById(id: string): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return undefined
  for (const folder of [...(await knownFolders(furtherFolders())), join(SHIPPED, id)]) {
    const manifest = await readFile(join(folder, "kit.yaml")).catch(() => undefined)
    if (!manifest) continue
    const peek = peekKit([{ path: "kit.yaml", bytes: new Uint8Array(manifest), kind: "file" }])
    if (peek.id === id || basename(folder) === id) return folder
  }
  return undefined
}

function furtherFolders(): string[] {
  return (process.env["BACKFILL_KITS"] ?? "")
    .split(",")
    .map((folder) => folder.trim())
    .filter((folder) => folder !== "")
}

async function knownKits(own: string, parents: readonly string[]): Promise<KitFile[][]> {
  const beside = await foldersBeside(resolve(own))
  const folders = new Set(
    [...parents, ...(await knownFolders(furtherFolders())), ...beside].map((folder) => resolve(folder)),
  )
  const kits: KitFile[][] = []
  for (const folder of folders) {
    if (folder === resolve(own)) continue
    const found = await stat(folder).catch(() => undefined)
    if (found?.isDirectory()) kits.push(await walkKit(folder).catch(() => []))
    else if (found?.isFile() && found.size <= MAX_EXPORT) {
      const { files, known } = readBundle(await readFile(folder, "utf8"))
      kits.push(files, ...known)
    }
  }
  return kits
}

async function foldersBeside(own: string): Promise<string[]> {
  const parent = dirname(own)
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => join(parent, name))
  const kits = await Promise.all(
    folders.map(async (folder) =>
      (await stat(join(folder, "kit.yaml")).catch(() => undefined)) ? [folder] : [],
    ),
  )
  return kits.flat()
}
