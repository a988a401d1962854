import type { Output } from "./output.ts"

const HELP = `backfill COMMAND

  config                   the settings in force
  kit check KIT [--json]   check a kit; KIT is a folder, an exported file or an id
  kit new DIR              a new kit from the template
  kit diff OLD NEW         what differs, and whether scores stay comparable
  kit render KIT           the interviewer’s booklet or the candidate’s guide
  kit export KIT FILE      a kit as one file
  kit import FILE DIR      that file as a kit again
  simulate FILE            run a design of a data system; --seed N, --json
  coach FILE|-             what a story still needs: [--theme SLUG] [--json]
  backup FILE              save everything to one file; the server may be running
  restore FILE [ERASURES]  bring a backup into an empty installation; erase again what ERASURES lists
  sample                   fill an opening with invented applications
`

/** Runs one command, loading only that one; the exit code is 0 for done, 1 for an error found, 2 for a call that isn't understood. */
export async function run(args: string[], out: Output): Promise<number> {
  const [command, ...rest] = args
  // Each command is loaded when it is called: a simulation shouldn't wait for the server's code.
  if (command === "config") return (await import("./commands/config.ts")).configCommand(out)
  if (command === "kit") return (await import("./kit/command.ts")).kitCommand(rest, out)
  if (command === "simulate") return (await import("./commands/simulate.ts")).simulateCommand(rest, out)
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
