import type { NodePgDatabase } from "drizzle-orm/node-postgres"
import type * as schema from "./database/schema/index.ts"

export type Drizzle = NodePgDatabase<typeof schema>
/** A transaction, or anything rows can be read and written through. */
export type Tx = Pick<
  Drizzle,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "$with" | "with"
>

/** One database role each: hiring can't read practice, and the other way round. */
export interface Databases {
  platform: Drizzle
  hiring: Drizzle
  practice: Drizzle
}
export type Scope = keyof Databases
