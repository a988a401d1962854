import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import type { Pool, PoolClient } from "pg"
import * as schema from "./database/schema/index.ts"

export type Drizzle = NodePgDatabase<typeof schema>
/** A transaction, or anything rows can be read and written through. */
export type Tx = Pick<
  Drizzle,
  "_" | "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "$with" | "with"
>

/** One database role each: hiring can't read practice, and the other way round. */
export interface Databases {
  platform: Drizzle
  hiring: Drizzle
  practice: Drizzle
}
export type Scope = keyof Databases

/**
 * Drizzle over a pool. Its transactions give their connection back however they end; Drizzle 0.45's own keep the one on
 * which BEGIN fails, so that a few breaks of the database would use up the pool for good.
 */
export function openDrizzle(pool: Pool): Drizzle {
  const db = drizzle(pool, { schema })
  const onClient = new WeakMap<PoolClient, Drizzle>()
  db.transaction = async (work, config) => {
    const client = await pool.connect()
    try {
      const own = onClient.get(client) ?? drizzle(client, { schema })
      onClient.set(client, own)
      return await own.transaction(work, config)
    } finally {
      client.release()
    }
  }
  return db
}

/**
 * A statement that is put together once per connection and pool instead of on every request, which costs more than
 * sending it does. `build` ends in `prepare(name)` and takes what changes as `sql.placeholder`s.
 */
export function builtOnce<T>(build: (tx: Tx) => T): (tx: Tx) => T {
  const built = new WeakMap<object, T>()
  return (tx) => {
    // All transactions on a connection share its session, and what is built on a session is sent over its connection.
    const { session } = tx._
    const statement = built.get(session) ?? build(tx)
    built.set(session, statement)
    return statement
  }
}
