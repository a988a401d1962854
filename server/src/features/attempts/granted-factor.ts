import { eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { adjustments } from "../../platform/database/schema/hiring.ts"

/** The time factor granted to a candidate as it is stored: 1 without an adjustment, null without a limit. */
export async function grantedFactor(tx: Tx, applicationId: string): Promise<number | null> {
  const [row] = await tx
    .select({ state: adjustments.state, factor: adjustments.timeFactor })
    .from(adjustments)
    .where(eq(adjustments.applicationId, applicationId))
  return row?.state === "granted" ? row.factor : 1
}
