import type { Config } from "./platform/config/settings.ts"
import { type Database, type Log, migrate, openDatabase } from "./platform/database/index.ts"

/**
 * Opens the database that the settings name and brings it up to date. A command that works beside a running server
 * says `attach`; it never prepares a new installation.
 */
export async function openStore(config: Config, log: Log, { attach = false } = {}): Promise<Database> {
  const source = config.DATABASE_URL
    ? { url: config.DATABASE_URL }
    : { bundled: { dataDir: config.BACKFILL_DATA, log, attach, create: !attach } }
  const database = await openDatabase(source, { log })
  await migrate(database.owner, { log }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  return database
}
