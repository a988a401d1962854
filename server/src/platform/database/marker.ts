import { randomUUID } from "node:crypto"
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { DatabaseUnavailable } from "./errors.ts"

/** What the data folder says about itself, in `backfill.json`. */
export interface Marker {
  product: "backfill"
  instance: string
  /** Major version of the bundled PostgreSQL that wrote the folder. */
  postgres: number
  /** `preparing` until the first start has finished: such a folder holds nothing of value and may be completed. */
  state: "preparing" | "ready"
}

/** Sub-folder that holds PostgreSQL's own files. */
export const postgresFolder = (dataDir: string): string => join(dataDir, "postgres")

const markerPath = (dataDir: string) => join(dataDir, "backfill.json")
// A fresh volume or a file manager may leave these in a folder that is otherwise empty.
const harmless = /^(lost\+found|\.DS_Store|\.gitkeep|server\.lock.*)$/

/**
 * Reads the marker and checks that this release may use the folder; undefined for an empty folder.
 * Changes nothing. Rejects a folder with foreign files, with another major version, or with its database gone.
 */
export function readMarker(dataDir: string, major: number): Marker | undefined {
  if (!existsSync(markerPath(dataDir))) {
    const strangers = readdirSync(dataDir).filter((name) => !harmless.test(name))
    if (strangers.length === 0) return undefined
    throw new DatabaseUnavailable(
      "database_unknown_folder",
      `${dataDir} holds files that are not Backfill’s (for example ${strangers[0]}), so it was left as it is. Choose an empty folder or a new one with BACKFILL_DATA; if this should be an existing installation, check that its backfill.json was copied too.`,
    )
  }
  const marker = parseMarker(dataDir)
  if (marker.postgres !== major) throw wrongVersion(dataDir, String(marker.postgres), major)
  if (marker.state === "ready") checkPostgresFolder(dataDir, major)
  return marker
}

/** Marks an empty folder as Backfill's, before anything else is put there. */
export function createMarker(dataDir: string, major: number): Marker {
  const marker: Marker = { product: "backfill", instance: randomUUID(), postgres: major, state: "preparing" }
  writeMarker(dataDir, marker)
  return marker
}

/** Records that the database stands complete, so that from now on a missing part is an error. */
export function markReady(dataDir: string, marker: Marker): void {
  writeMarker(dataDir, { ...marker, state: "ready" })
}

/** Writes a small file so that after a power cut either the old or the new content is there, whole. */
export function writeDurably(path: string, content: string): void {
  const draft = `${path}.new`
  writeFileSync(draft, content, { mode: 0o600, flush: true })
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** Makes renames and new names in a folder survive a power cut. */
export function syncFolder(path: string): void {
  const folder = openSync(path, "r")
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function writeMarker(dataDir: string, marker: Marker): void {
  writeDurably(markerPath(dataDir), `${JSON.stringify(marker, null, 2)}\n`)
}

function parseMarker(dataDir: string): Marker {
  try {
    const found = JSON.parse(readFileSync(markerPath(dataDir), "utf8")) as Partial<Marker>
    const { product, instance, postgres, state } = found
    if (product === "backfill" && typeof instance === "string" && typeof postgres === "number") {
      if (state === "preparing" || state === "ready") return { product, instance, postgres, state }
    }
  } catch (cause) {
    throw unreadable(dataDir, cause)
  }
  throw unreadable(dataDir, undefined)
}

function unreadable(dataDir: string, cause: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "database_unknown_folder",
    `${markerPath(dataDir)} can’t be read as Backfill’s marker, so the folder was left as it is. Put the original file back (any backup of the folder has it), or choose another folder with BACKFILL_DATA.`,
    { cause },
  )
}

function checkPostgresFolder(dataDir: string, major: number): void {
  const versionFile = join(postgresFolder(dataDir), "PG_VERSION")
  if (!existsSync(versionFile)) {
    throw new DatabaseUnavailable(
      "database_missing_data",
      `${dataDir} belongs to Backfill, but its database folder ${postgresFolder(dataDir)} is missing. Nothing was created in its place. Check that the disk or volume is mounted; if the files are lost, restore a backup into a new folder.`,
    )
  }
  const found = readFileSync(versionFile, "utf8").trim()
  if (found !== String(major)) throw wrongVersion(dataDir, found, major)
}

function wrongVersion(dataDir: string, found: string, major: number): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "database_version",
    `The data in ${dataDir} was written by PostgreSQL ${found}; this release carries PostgreSQL ${major}. The data was not touched. Start the release that wrote it, run \`backfill backup\` there, then restore that backup with this release into a new folder.`,
  )
}
