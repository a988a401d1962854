import { hasErrors, type Problem, readKit } from "@backfill/core"
import type { Output } from "../output.ts"
import { readCall } from "./call.ts"
import { findKit } from "./find-kit.ts"

export const CHECK_USAGE = "kit check KIT [--json] [--parent KIT]"

/**
 * `backfill kit check KIT [--json]`: reports every problem of a kit. Resolves to the exit code: 0 when the kit can be
 * used (warnings allowed), 1 when it can't, 2 when the call itself is wrong. With `--json` one line holds
 * `{ok, problems, counts}`.
 */
export async function kitCheck(args: string[], out: Output): Promise<number> {
  const call = readCall(args, { json: "flag", parent: "list" }, 1, CHECK_USAGE, out)
  const [name] = call?.names ?? []
  if (!call || name === undefined) return 2
  const found = await findKit(name, out, call.list("parent"))
  if (!found) return 2
  const { kit, problems, counts } = readKit(found.files, { known: found.known })
  const ok = !hasErrors(problems)
  if (call.flag("json")) out.log(JSON.stringify({ ok, problems, counts }))
  else report(problems, kit?.digest, out)
  return ok ? 0 : 1
}

function report(problems: readonly Problem[], digest: string | undefined, out: Output): void {
  for (const { file, line, column, severity, code, message, help } of problems) {
    out.log(`${file || "kit"}:${line}:${column} ${severity} ${code}: ${message} ${help}`)
  }
  const errors = problems.filter(({ severity }) => severity === "error").length
  const warnings = problems.length - errors
  out.log(`${count(errors, "error")}, ${count(warnings, "warning")}.`)
  if (digest !== undefined) out.log(`The kit can be used. Digest ${digest}`)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`
}
