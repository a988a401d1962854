import type { Output } from "../output.ts"
import { CHECK_USAGE, kitCheck } from "./check.ts"
import { DIFF_USAGE, kitDiff } from "./diff.ts"
import { kitNew, NEW_USAGE } from "./new.ts"
import { kitRender, RENDER_USAGE } from "./render.ts"
import { EXPORT_USAGE, IMPORT_USAGE, kitExport, kitImport } from "./share.ts"

const COMMANDS: Record<string, { run: (args: string[], out: Output) => Promise<number>; usage: string }> = {
  check: { run: kitCheck, usage: CHECK_USAGE },
  new: { run: kitNew, usage: NEW_USAGE },
  diff: { run: kitDiff, usage: DIFF_USAGE },
  render: { run: kitRender, usage: RENDER_USAGE },
  export: { run: kitExport, usage: EXPORT_USAGE },
  import: { run: kitImport, usage: IMPORT_USAGE },
}

/** `backfill kit …`: what can be done with kits as files. Resolves to the exit code. */
export async function kitCommand(args: string[], out: Output): Promise<number> {
  const [name = "", ...rest] = args
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command) return command.run(rest, out)
  const usages = Object.values(COMMANDS).map(({ usage }) => `  backfill ${usage}`)
  const asked = name === "help" || name === "--help"
  out.error([asked ? "Kits as files:" : `There is no command "kit ${name}".`, "", ...usages].join("\n"))
  return asked ? 0 : 2
}
