import { parseArgs } from "node:util"
import type { Output } from "../output.ts"

/** What an option takes: nothing, one value, or a value each time it is given. */
type Options = Record<string, "flag" | "value" | "list">

/** A command's arguments, read. */
export interface Call {
  names: string[]
  flag(name: string): boolean
  value(name: string): string | undefined
  list(name: string): string[]
}

/** Reads a call of `names` names and the options listed; prints the usage and gives undefined for any other. */
export function readCall(
  args: string[],
  options: Options,
  names: number,
  usage: string,
  out: Output,
): Call | undefined {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, takes]) => [
      name,
      { type: takes === "flag" ? ("boolean" as const) : ("string" as const), multiple: takes === "list" },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args, options: config, allowPositionals: true, strict: true })
    if (positionals.length === names) {
      return {
        names: positionals,
        flag: (name) => values[name] === true,
        value: (name) => [values[name]].flat().find((one) => typeof one === "string"),
        list: (name) => [values[name]].flat().filter((one) => typeof one === "string"),
      }
    }
  } catch {
    // The usage says it better than the parser's own words.
  }
  out.error(`Usage: backfill ${usage}`)
  return undefined
}
