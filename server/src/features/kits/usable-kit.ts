import type { Kit } from "@backfill/core"
import type { App, FoundKit } from "../../platform/app.ts"
import { ProblemError } from "../../platform/problem-error.ts"

/** The kit by its id. Throws not_found when there is none, and kit_invalid for one with errors. */
export function usableKit(app: App, id: string): FoundKit & { kit: Kit } {
  const named = app.kits.list().filter((kit) => kit.id === id)
  const usable = named.find((kit) => kit.kit !== undefined)
  if (usable?.kit) return { ...usable, kit: usable.kit }
  throw new ProblemError(named.length > 0 ? "kit_invalid" : "not_found")
}
