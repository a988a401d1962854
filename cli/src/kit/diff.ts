import { compareKits, describeComparison, type Kit, readKit } from "@backfill/core"
import type { Output } from "../output.ts"
import { readCall } from "./call.ts"
import { findKit } from "./find-kit.ts"

export const DIFF_USAGE = "kit diff OLD NEW [--markdown] [--parent KIT]"

/**
 * `backfill kit diff OLD NEW [--markdown]`: what differs between two kits in words, and whether scores stay comparable.
 * Exit code 0 when both could be read, whatever differs; 1 when one has errors; 2 when the call is wrong.
 */
export async function kitDiff(args: string[], out: Output): Promise<number> {
  const call = readCall(args, { markdown: "flag", parent: "list" }, 2, DIFF_USAGE, out)
  if (!call) return 2
  const kits: Kit[] = []
  for (const name of call.names) {
    const found = await findKit(name, out, call.list("parent"))
    if (!found) return 2
    const kit = usableKit(name, found, out)
    if (!kit) return 1
    kits.push(kit)
  }
  const [before, after] = kits
  if (!before || !after) return 2
  out.log(describeComparison(before, after, compareKits(before, after), call.flag("markdown")).trimEnd())
  return 0
}

/** The kit in files, however it is worded; undefined, with the first errors printed, when it has no sound structure. */
export function usableKit(
  name: string,
  found: NonNullable<Awaited<ReturnType<typeof findKit>>>,
  out: Output,
): Kit | undefined {
  const { kit, problems } = readKit(found.files, { known: found.known, pinned: true })
  if (kit) return kit
  const errors = problems.filter(({ severity }) => severity === "error")
  for (const { file, line, column, code, message } of errors.slice(0, 3))
    out.error(`${file || "kit"}:${line}:${column} ${code}: ${message}`)
  out.error(
    `The kit ${name} has errors, ${errors.length} in all; nothing was done. See them with: backfill kit check ${name}`,
  )
  return undefined
}
