import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { bundleKit, hasErrors, KIT_LIMITS, type KitFile, peekKit, readBundle, refOf } from "@backfill/core"
import type { Output } from "../output.ts"
import { readCall } from "./call.ts"
import { usableKit } from "./diff.ts"
import { findKit } from "./find-kit.ts"

export const EXPORT_USAGE = "kit export KIT FILE [--parent KIT]"
export const IMPORT_USAGE = "kit import FILE DIR [--parents]"

/** `backfill kit export KIT FILE`: the kit, and those it extends, as one file with its digest. Never overwrites. */
export async function kitExport(args: string[], out: Output): Promise<number> {
  const call = readCall(args, { parent: "list" }, 2, EXPORT_USAGE, out)
  const [name, file] = call?.names ?? []
  if (!call || name === undefined || file === undefined) return 2
  const found = await findKit(name, out, call.list("parent"))
  if (!found) return 2
  const kit = usableKit(name, found, out)
  if (!kit) return 1
  try {
    await writeFile(file, `${bundleKit(found.files, found.known)}\n`, { flag: "wx" })
  } catch (error) {
    out.error(
      `The file ${file} can’t be made; nothing was saved. ${causeOf(error, "Choose a name that isn’t taken.")}`,
    )
    return 1
  }
  out.log(`Saved ${kit.id} ${kit.version} to ${file}. Digest ${kit.digest}`)
  return 0
}

/** `backfill kit import FILE DIR`: an exported kit's files into a new or empty folder, if its digest is right. */
export async function kitImport(args: string[], out: Output): Promise<number> {
  const call = readCall(args, { parents: "flag" }, 2, IMPORT_USAGE, out)
  const [file, dir] = call?.names ?? []
  if (!call || file === undefined || dir === undefined) return 2
  const text = await readExport(file)
  if (text === undefined) {
    out.error(`The file ${file} can’t be read; nothing was imported.`)
    return 2
  }
  const { kit, files, known, problems } = readBundle(text)
  if (!kit || hasErrors(problems)) {
    for (const { message, help } of problems.slice(0, 3)) out.error(`${message} ${help}`)
    out.error(`Nothing was imported from ${file}.`)
    return 1
  }
  if (!(await isFree(dir))) {
    out.error(`The folder ${dir} isn’t empty; nothing was imported. Name a new one.`)
    return 1
  }
  await writeFiles(dir, files)
  out.log(`Imported ${kit.id} ${kit.version} into ${dir}. Digest ${kit.digest}`)
  await writeParents(dir, known, call.flag("parents"), out)
  return 0
}

async function writeParents(
  dir: string,
  known: readonly KitFile[][],
  wanted: boolean,
  out: Output,
): Promise<void> {
  for (const files of known) {
    const { id = "", ...rest } = peekKit(files)
    const ref = refOf({ id, ...rest })
    const folder = join(dirname(resolve(dir)), id)
    if (wanted && (await isFree(folder))) {
      await writeFiles(folder, files)
      out.log(`Imported ${ref}, which it extends, into ${folder}.`)
    } else {
      out.log(
        `It extends ${ref}, which is in the same file${wanted ? `, but ${folder} is taken` : "; --parents imports it beside"}.`,
      )
    }
  }
}

async function readExport(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile() || found.size > 6 * KIT_LIMITS.kitBytes) return undefined
  return readFile(file, "utf8").catch(() => undefined)
}

async function isFree(dir: string): Promise<boolean> {
  const entries = await readdir(dir).catch((error: unknown) => (isMissing(error) ? [] : undefined))
  return entries?.length === 0
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT"
}

/** Paths were checked when the bundle was read: none leaves the folder. */
export async function writeFiles(dir: string, files: readonly KitFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), bytes, { flag: "wx" })
  }
}

function causeOf(error: unknown, advice: string): string {
  const taken = error instanceof Error && "code" in error && error.code === "EEXIST"
  return taken ? advice : `(${error instanceof Error ? error.message : String(error)})`
}
