import { readConfig } from "./platform/config/settings.ts"
import { compose } from "./platform/compose.ts"
import { DatabaseUnavailable } from "./platform/database/index.ts"
import { openStore } from "./open.ts"
import { keepMaintaining } from "./features/maintenance/maintenance.ts"
import { keepFinishing } from "./features/recordings/finish-recordings.ts"
import { setUpLink } from "./platform/set-up-link.ts"

const say = (line: string) => process.stdout.write(`${line}\n`)
const warn = (line: string) => process.stderr.write(`${line}\n`)
const log = { info: say, warn, error: warn }

/** What stopped the start, in a sentence where we know it. */
function explain(error: unknown, port: number): string {
  if (error instanceof DatabaseUnavailable) return error.message
  const code = (error as { code?: string }).code
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what runs there, or choose another: PORT=4311 npm start`
  if (code === "EACCES")
    return `This user may not use port ${port} or the data folder. Choose a port above 1023, or another BACKFILL_DATA.`
  return `Backfill couldn’t start: ${error instanceof Error ? error.stack : String(error)}`
}

/** Runs the server until it is told to stop; resolves with the exit code. */
export async function main(env: Record<string, string | undefined>): Promise<number> {
  const settings = readConfig(env)
  if ("errors" in settings) {
    for (const line of settings.errors) log.warn(line)
    return 2
  }
  const { config } = settings
  try {
    const database = await openStore(config, log)
    const { server, app, close } = await compose(config, database)
    const stopped = new Promise<void>((resolve) => {
      for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, resolve)
    })
    await server.listen({ port: config.PORT, host: config.HOST })
    const link = await setUpLink(app)
    say(`Backfill is at ${app.baseUrl}`)
    if (link) say(`First run. Open this once, within a day, to set it up:\n  ${link}`)
    const rest = [keepMaintaining(app), keepFinishing(app)]
    await stopped
    for (const stop of rest) stop()
    say("Finishing what is under way, then stopping.")
    await close()
    await database.close()
    return 0
  } catch (error) {
    log.warn(explain(error, config.PORT))
    return 1
  }
}

if (import.meta.main) process.exit(await main(process.env))
