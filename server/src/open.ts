import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import type { Config } from "./platform/config/settings.ts"
import { type Database, type Log, migrate, openDatabase } from "./platform/database/index.ts"

/** Opens the database that the settings name and brings it up to date. */
export async function openStore(config: Config, log: Log): Promise<Database> {
  await mkdir(config.BACKFILL_DATA, { recursive: true, mode: 0o711 })
  const source = config.DATABASE_URL ? { url: config.DATABASE_URL } : { bundled: { dataDir: join(config.BACKFILL_DATA, "postgres"), log } }
  const database = await openDatabase(source, { log })
  await migrate(database.owner, { log }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  return database
}
