import { describeConfig, readConfig } from "@backfill/server"
import type { Output } from "../output.ts"

/** Prints every setting with its value in force; all errors at once otherwise. */
export function configCommand(out: Output): number {
  const settings = readConfig(process.env)
  if ("errors" in settings) {
    for (const line of settings.errors) out.error(line)
    return 1
  }
  out.log(describeConfig(settings.config))
  return 0
}
