import type { Kit } from "@backfill/core"
import type { NodePgDatabase } from "drizzle-orm/node-postgres"
import type { FastifyBaseLogger } from "fastify"
import type { Clock } from "./clock.ts"
import type { Config } from "./config/settings.ts"
import type * as schema from "./database/schema/index.ts"
import type { EventHub } from "./events.ts"
import type { Mail } from "./mail.ts"
import type { Storage } from "./storage.ts"

export type Drizzle = NodePgDatabase<typeof schema>
/** A transaction, or anything rows can be read and written through. */
export type Tx = Pick<Drizzle, "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "$with" | "with">

/** One database role each: hiring can't read practice, and the other way round. */
export interface Databases { platform: Drizzle; hiring: Drizzle; practice: Drizzle }
export type Scope = keyof Databases

/** A kit as found in a folder: readable, or with the problems that keep it from being used. */
export interface FoundKit {
  id: string
  folder: string
  kit: Kit | undefined
  bundle: string
  problems: { file: string; line: number; column: number; severity: "error" | "warning"; code: string; message: string }[]
}
export interface Kits { list(): FoundKit[] }

/** What every handler may use. Nothing here holds truth: that lives in the database and the storage. */
export interface App {
  config: Config
  baseUrl: string
  clock: Clock
  log: FastifyBaseLogger
  db: Databases
  storage: Storage
  mail: Mail
  events: EventHub
  kits: Kits
}
