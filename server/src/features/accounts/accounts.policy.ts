import { and, arrayContains, count, isNull } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { ProblemError } from "../../platform/problem-error.ts"

/** An installation without an owner can't be managed any more: the last one stays. */
export async function keepAnOwner(tx: Tx): Promise<void> {
  const [row] = await tx
    .select({ owners: count() })
    .from(accounts)
    .where(and(arrayContains(accounts.roles, ["owner"]), isNull(accounts.disabledAt)))
  if (row?.owners === 0)
    throw new ProblemError("wrong_state", {
      detail: "This is the last owner. Make someone else owner first; nothing was changed.",
    })
}
