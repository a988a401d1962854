import type { Client } from "@backfill/contract"
import type { Kit } from "@backfill/core"
import type { FastifyBaseLogger } from "fastify"
import type { Clock } from "./clock.ts"
import type { Config } from "./config/settings.ts"
import type { Databases } from "./drizzle.ts"
import type { EventHub } from "./events.ts"
import type { Mail } from "./mail.ts"
import type { Storage } from "./storage.ts"

export type { Databases, Drizzle, Scope, Tx } from "./drizzle.ts"

/** A kit as found in a folder: readable, or with the problems that keep it from being used. */
export interface FoundKit {
  id: string
  folder: string
  kit: Kit | undefined
  bundle: string
  problems: {
    file: string
    line: number
    column: number
    severity: "error" | "warning"
    code: string
    message: string
  }[]
}
export interface Kits {
  list(): FoundKit[]
}

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
  /** The API from inside, as the browser with this cookie would call it: every rule applies. */
  inside(cookie?: string): Client
  /** The same for a candidate: the link's token is exchanged for a cookie as their browser does it. */
  insideCandidate(token: string): Promise<Client>
}
