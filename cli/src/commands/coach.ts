import { readFile } from "node:fs/promises"
import { text } from "node:stream/consumers"
import { readStory, THEMES } from "@backfill/coach"
import type { Output } from "../output.ts"

const USAGE = "Usage: backfill coach [--theme SLUG] [--json] FILE|-"

/**
 * `backfill coach [--theme SLUG] [--json] FILE|-`: what the coach makes of a story, as JSON; `-` reads the standard input.
 * With `--json` it is one line, without it is laid out for reading. Resolves to 0, also for a text that is no story, and to
 * 2 when the call is wrong or the file can't be read. Positions are UTF-16, in the text as it stands in the file.
 */
export async function coachCommand(args: string[], out: Output): Promise<number> {
  const call = parse(args)
  if (!call) {
    out.error(USAGE)
    return 2
  }
  const { file, theme, isJson } = call
  if (theme !== undefined && !THEMES.includes(theme))
    out.error(
      `"${theme}" is none of the themes that the coach knows, so it looks only for what belongs to every theme. It knows ${THEMES.join(", ")}.`,
    )
  let story: string
  try {
    story = file === "-" ? await text(process.stdin) : await readFile(file, "utf8")
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    out.error(`${file} can’t be read. Name a text file, or - for the standard input. (${cause})`)
    return 2
  }
  out.log(JSON.stringify(readStory(story, { theme }), undefined, isJson ? undefined : 2))
  return 0
}

function parse(
  args: readonly string[],
): { file: string; theme: string | undefined; isJson: boolean } | undefined {
  const files: string[] = []
  let theme: string | undefined
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string
    if (arg === "--json") continue
    if (arg.startsWith("--theme=")) theme = arg.slice("--theme=".length)
    else if (arg === "--theme") {
      theme = args[++at]
      if (theme === undefined) return undefined
    } else if (arg.startsWith("-") && arg !== "-") return undefined
    else files.push(arg)
  }
  const [file] = files
  return file === undefined || files.length > 1 ? undefined : { file, theme, isJson: args.includes("--json") }
}
