import {
  type Database,
  DatabaseUnavailable,
  openDatabase,
  openStore,
  ProblemError,
  readConfig,
} from "@backfill/server"
import type { Output } from "./output.ts"

type Config = Extract<ReturnType<typeof readConfig>, { config: unknown }>["config"]

/** Runs `work` on this installation's store, beside a running server too, and closes it; problems become sentences. */
export async function withStore(
  out: Output,
  work: (config: Config, database: Database) => Promise<number>,
  { migrated = true } = {},
): Promise<number> {
  const settings = readConfig(process.env)
  if ("errors" in settings) {
    for (const line of settings.errors) out.error(line)
    return 2
  }
  const log = { info: out.log, warn: out.error, error: out.error }
  const { config } = settings
  try {
    const source = config.DATABASE_URL
      ? { url: config.DATABASE_URL }
      : { bundled: { dataDir: config.BACKFILL_DATA, log, attach: true } }
    const database = migrated
      ? await openStore(config, log, { attach: true })
      : await openDatabase(source, { log })
    return await work(config, database).finally(() => database.close())
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable || error instanceof ProblemError)) throw error
    out.error(error.message)
    return 1
  }
}
