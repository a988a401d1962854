import { readdir } from "node:fs/promises"
import { basename, join } from "node:path"
import { bundleKit, hasErrors, kitDigest, type KitFile, readKit } from "@backfill/core"
import type { FoundKit, Kits } from "../../platform/app.ts"
import { walkKit } from "./walk-kit.ts"

/** Where the kits that come with the program lie. */
export const SHIPPED = join(import.meta.dirname, "../../../../kits")
/** Folders beside the shipped kits that are there to copy or to test with, not to hire with. */
const NOT_OFFERED = new Set(["fixture", "template"])

interface Cached extends FoundKit {
  digest: string
}

/**
 * The kits of this installation: the shipped ones, then those in `folders`, each of which is a kit or holds kits.
 * They are read now and again in the background whenever the list is asked for, so that an edit shows on the next
 * look. A kit whose files haven't changed isn't parsed again. A folder that can't be read becomes a kit with a problem.
 */
export async function openKits(folders: readonly string[]): Promise<Kits> {
  let known: Cached[] = []
  let reading: Promise<void> | undefined
  const refresh = () =>
    (reading ??= readAll(folders, known)
      .then((found) => {
        known = found
      })
      .finally(() => {
        reading = undefined
      }))
  await refresh()
  return {
    list() {
      void refresh()
      return known
    },
  }
}

async function readAll(folders: readonly string[], known: readonly Cached[]): Promise<Cached[]> {
  const found: Cached[] = []
  const walked = await Promise.all((await knownFolders(folders)).map(walk))
  const others = walked.flatMap(({ files }) => (files ? [files] : []))
  for (const one of walked) {
    const read = readFolder(one, others, known)
    const first = found.find((other) => other.id === read.id)
    found.push(
      first && read.kit
        ? { ...read, kit: undefined, problems: [...read.problems, repeated(read.id, first.folder)] }
        : read,
    )
  }
  return found
}

/** Every folder of a kit that may be hired with: the shipped ones, then those of `folders`, each a kit or a folder of kits. */
export async function knownFolders(folders: readonly string[]): Promise<string[]> {
  const shipped = (await kitFolders(SHIPPED)).filter((folder) => !NOT_OFFERED.has(basename(folder)))
  return [...shipped, ...(await furtherFolders(folders))]
}

async function furtherFolders(folders: readonly string[]): Promise<string[]> {
  return (await Promise.all(folders.map(kitFolders))).flat()
}

/** The folder itself when it holds a manifest, else its subfolders that do; itself again when there are none, to say so. */
async function kitFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  if (entries.some((entry) => entry.name === "kit.yaml")) return [folder]
  const inside = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => join(folder, entry.name))
  const kits = await Promise.all(
    inside.map(async (path) =>
      (await readdir(path).catch((): string[] => [])).includes("kit.yaml") ? [path] : [],
    ),
  )
  return kits.flat().length > 0 ? kits.flat().sort() : [folder]
}

interface Walked {
  folder: string
  files?: KitFile[]
  /** Why there are none. */
  cause?: string
}

async function walk(folder: string): Promise<Walked> {
  try {
    return { folder, files: await walkKit(folder) }
  } catch (error) {
    return { folder, cause: error instanceof Error ? error.message : String(error) }
  }
}

function readFolder(
  { folder, files, cause }: Walked,
  others: readonly KitFile[][],
  known: readonly Cached[],
): Cached {
  const unread = { id: basename(folder), folder, kit: undefined, bundle: "", digest: "" }
  if (!files)
    return {
      ...unread,
      problems: [folderProblem("folder-unreadable", `This folder can’t be read: ${cause}`)],
    }
  const digest = kitDigest(files, others)
  const cached = known.find((kit) => kit.folder === folder && kit.digest === digest && kit.kit)
  if (cached) return cached
  const { kit, problems } = readKit(files, { known: others })
  if (!kit || hasErrors(problems)) return { ...unread, digest, problems }
  return { id: kit.id, folder, kit, bundle: bundleKit(files, others), digest, problems }
}

const folderProblem = (code: string, message: string) => ({
  file: "",
  line: 1,
  column: 1,
  severity: "error" as const,
  code,
  message,
})

const repeated = (id: string, folder: string) =>
  folderProblem(
    "kit-repeated",
    `The folder ${basename(folder)} already provides a kit called “${id}”. Give this one another id.`,
  )
