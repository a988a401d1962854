import "./older-node.ts"
import type { Output } from "../output.ts"
import { CHECK_USAGE, kitCheck } from "./check.ts"
import { DIFF_USAGE, kitDiff } from "./diff.ts"
import { kitRender, RENDER_USAGE } from "./render.ts"

const USAGE = `What a kit’s own repository needs, in one file:

  node backfill-kit.cjs ${CHECK_USAGE.replace("kit ", "")}
  node backfill-kit.cjs ${DIFF_USAGE.replace("kit ", "")}
  node backfill-kit.cjs ${RENDER_USAGE.replace("kit ", "")}
`

const COMMANDS: Record<string, (args: string[], out: Output) => Promise<number>> = {
  check: kitCheck,
  diff: kitDiff,
  render: kitRender,
}

/** The commands of `npm run build:kit`'s one file. A leading `kit` may be written, so that calls can be copied. */
async function run(args: string[], out: Output): Promise<number> {
  const [name = "", ...rest] = args[0] === "kit" ? args.slice(1) : args
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command) return command(rest, out)
  out.error(USAGE)
  return name === "help" || name === "--help" ? 0 : 2
}

void run(process.argv.slice(2), {
  log: (line) => console.log(line),
  error: (line) => console.error(line),
}).then((code) => {
  process.exitCode = code
})
