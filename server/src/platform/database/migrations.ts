import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** Where the product's own migrations lie. */
export const migrationsFolder: string = fileURLToPath(new URL("../../../migrations", import.meta.url))

/** One file of SQL that changes the schema. */
export interface Migration {
  name: string
  /** SHA-256 of the text with LF line ends, in hex, so that a checkout on Windows gives the same. */
  digest: string
  statements: string[]
}

/** The migrations of a folder by file name, and the product's file of rights that is run after them. */
export interface Migrations {
  list: Migration[]
  grants: string
}

const grantsName = "grants.sql"

/** Reads a folder of migrations. Statements are parted by drizzle-kit's `--> statement-breakpoint` lines. */
export function readMigrations(folder: string = migrationsFolder): Migrations {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"))
  const read = (name: string) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n")
  return {
    list: names
      .filter((name) => name !== grantsName)
      .sort()
      .map((name) => parse(name, read(name))),
    grants: readFileSync(join(migrationsFolder, grantsName), "utf8"),
  }
}

function parse(name: string, text: string): Migration {
  const statements = text
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "")
    // The runner has made the three schemas; drizzle-kit's first file makes them as well.
    .map((statement) =>
      statement.replace(
        /^create schema (?="?(platform|hiring|practice)"?;?$)/i,
        "create schema if not exists ",
      ),
    )
  return { name, digest: createHash("sha256").update(text).digest("hex"), statements }
}
