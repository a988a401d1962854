import { count, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { applications, openings } from "../../platform/database/schema/hiring.ts"
import { APPLICANTS } from "./people.ts"

/**
 * How many invented applications are stored, of all fillings so far. Whoever waits for one compares with the number
 * before it.
 */
export async function readSampleProgress(tx: Tx): Promise<{ applications: number; perFilling: number }> {
  const [row] = await tx
    .select({ applications: count() })
    .from(applications)
    .innerJoin(openings, eq(openings.id, applications.openingId))
    .where(eq(openings.sample, true))
  return { applications: row?.applications ?? 0, perFilling: APPLICANTS.length }
}
