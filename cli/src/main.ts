import type { Output } from "./output.ts"

const HELP = `backfill COMMAND

  config                   the settings in force
  kit check DIR [--json]   check a kit
  coach FILE|-             what a story still needs: [--theme SLUG] [--json]
  backup FILE              save everything to one file; the server may be running
  restore FILE [ERASURES]  bring a backup into an empty installation; erase again what ERASURES lists
  sample                   fill an opening with invented applications
`

/** Runs one command, loading only that one; the exit code is 0 for done, 1 for an error found, 2 for a call that isn't understood. */
export async function run(args: string[], out: Output): Promise<number> {
  const [command, ...rest] = args
  if (command === "config") return (await import("./commands/config.ts")).configCommand(out)
  if (command === "kit" && rest[0] === "check")
    return (await import("./commands/kit-check.ts")).kitCheck(rest.slice(1), out)
  if (command === "coach") return (await import("./commands/coach.ts")).coachCommand(rest, out)
  if (command === "backup") return (await import("./commands/backup.ts")).backupCommand(rest, out)
  if (command === "restore") return (await import("./commands/backup.ts")).restoreCommand(rest, out)
  if (command === "sample") return (await import("./commands/sample.ts")).sampleCommand(out)
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
