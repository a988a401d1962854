import { join } from "node:path"
import type { Config } from "./config/settings.ts"
import type { Storage } from "./storage.ts"
import { localStorage } from "./storage-local.ts"

/** The folder of stored files, or of those on their way to an object store. */
export const filesFolder = (config: Config): string => join(config.BACKFILL_DATA, "files")

/** Where the settings say that files are kept. The object store’s client is large, and loaded only if there is one. */
export async function openStorage(config: Config): Promise<Storage> {
  if (config.BACKFILL_S3_BUCKET === "") return localStorage(filesFolder(config))
  const { s3Storage } = await import("./storage-s3.ts")
  return s3Storage(config, filesFolder(config))
}
