import { hasErrors, type KitFile, type Problem, readKit } from "@backfill/core"
import { walkKit } from "../../../server/src/features/kits/walk-kit.ts"

/** Where a command writes: a line for the reader, or a line about what went wrong. */
export interface Output {
  log(line: string): void
  error(line: string): void
}

const USAGE = "Usage: backfill kit check DIR [--json]"

/**
 * `backfill kit check DIR [--json]`: reports every problem of the kit in a folder. Resolves to the exit code: 0 when the
 * kit can be used (warnings allowed), 1 when it can't, 2 when the call itself is wrong. With `--json` one line holds
 * `{ok, problems}`.
 */
export async function kitCheck(args: string[], out: Output): Promise<number> {
  const dirs = args.filter((arg) => arg !== "--json")
  const [dir] = dirs
  if (dir === undefined || dirs.length > 1 || dir.startsWith("-")) {
    out.error(USAGE)
    return 2
  }
  const files = await tryWalk(dir, out)
  if (!files) return 2
  const { kit, problems } = readKit(files)
  const ok = !hasErrors(problems)
  if (args.includes("--json")) out.log(JSON.stringify({ ok, problems }))
  else report(problems, kit?.digest, out)
  return ok ? 0 : 1
}

async function tryWalk(dir: string, out: Output): Promise<KitFile[] | undefined> {
  try {
    return await walkKit(dir)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    out.error(
      `The folder ${dir} can’t be read; nothing was checked. Name the folder that holds kit.yaml. (${cause})`,
    )
    return undefined
  }
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
