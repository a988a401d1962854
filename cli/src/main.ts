import { configCommand } from "./commands/config.ts"
import { backupCommand, restoreCommand } from "./commands/backup.ts"
import { kitCheck } from "./commands/kit-check.ts"
import { sampleCommand } from "./commands/sample.ts"
import { simulateCommand } from "./commands/simulate.ts"
import type { Output } from "./output.ts"

const HELP = `backfill COMMAND

  config                   the settings in force
  kit check DIR [--json]   check a kit
  simulate FILE            run a design of a data system; --seed N, --json
  backup FILE              save everything to one file; the server may be running
  restore FILE [ERASURES]  bring a backup into an empty installation; erase again what ERASURES lists
  sample                   fill an opening with invented applications
`

/** Runs one command; the exit code is 0 for done, 1 for an error found, 2 for a call that isn't understood. */
export async function run(args: string[], out: Output): Promise<number> {
  const [command, ...rest] = args
  if (command === "config") return configCommand(out)
  if (command === "kit" && rest[0] === "check") return kitCheck(rest.slice(1), out)
  if (command === "simulate") return simulateCommand(rest, out)
  if (command === "backup") return backupCommand(rest, out)
  if (command === "restore") return restoreCommand(rest, out)
  if (command === "sample") return sampleCommand(out)
  out.error(
    command === undefined || command === "help" || command === "--help"
      ? HELP
      : `There is no command "${args.join(" ")}".\n\n${HELP}`,
  )
  return command === "help" || command === "--help" ? 0 : 2
}

if (import.meta.main)
  process.exitCode = await run(process.argv.slice(2), {
    log: (s) => console.log(s),
    error: (s) => console.error(s),
  })
