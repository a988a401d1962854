import { EventEmitter } from "node:events"
import { sql } from "drizzle-orm"
import type { Pool, PoolClient } from "pg"
import type { Drizzle, Tx } from "./drizzle.ts"

/** A message between server processes: something changed, a session ended, or there is work. */
export interface Signal {
  /** work: something is to be done that any of them can do; told to no page. */
  kind: "changed" | "revoked" | "work"
  topic: string
  id: string
  /** Set for what belongs to an opening, so that only its people hear of it. */
  openingId?: string
  applicationId?: string
}

const CHANNEL = "backfill"

/** Tells every server process, once the transaction commits. */
export async function signal(tx: Tx, message: Signal): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(message)})`)
}

/**
 * Tells of a change that has been committed already; should the server die between the two, nobody is told. For what comes
 * often and is no harm to miss: transactions that signal commit one at a time, each waiting for the disk by itself.
 */
export async function hint(db: Drizzle, message: Signal): Promise<void> {
  await db.execute(
    sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(message)}), set_config('synchronous_commit', 'off', true)`,
  )
}

/** Hears signals from the database on a connection of its own and reconnects when that breaks. */
export class EventHub {
  readonly #pool: Pool
  readonly #listeners = new EventEmitter().setMaxListeners(0)
  #client: PoolClient | undefined
  #closed = false
  #retry: NodeJS.Timeout | undefined

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async start(): Promise<void> {
    const client = await this.#pool.connect()
    this.#client = client
    client.on(
      "notification",
      ({ payload }) => payload && this.#listeners.emit("signal", JSON.parse(payload) as Signal),
    )
    client.on("error", () => this.#reconnect())
    client.on("end", () => this.#reconnect())
    await client.query(`LISTEN ${CHANNEL}`)
  }

  #reconnect() {
    if (this.#closed || this.#retry) return
    this.#client?.release(true)
    this.#client = undefined
    // Pages that missed something meanwhile must read again: tell them as soon as the line is back.
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.start().then(
        () =>
          this.#listeners.emit("signal", { kind: "changed", topic: "everything", id: "" } satisfies Signal),
        () => this.#reconnect(),
      )
    }, 500)
  }

  subscribe(listener: (signal: Signal) => void): () => void {
    this.#listeners.on("signal", listener)
    return () => this.#listeners.off("signal", listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    this.#client?.release(true)
  }
}
