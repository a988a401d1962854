import type { Pool, PoolClient } from "pg"
import { DatabaseUnavailable, explainServerError } from "./errors.ts"

/** How strictly a transaction is kept apart from others; PostgreSQL's own default is the first. */
export type Isolation = "read committed" | "repeatable read" | "serializable"

/**
 * Runs `work` in one transaction and returns its result only after the commit is durable; any error rolls
 * everything back. With Drizzle: `inTransaction(pool, (client) => work(drizzle(client)))`.
 * The work is never run twice; when the connection breaks during the commit itself, the outcome is unknown and the error
 * says so (`database_unreachable`), which is why writes carry a version or an idempotency key.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  isolation: Isolation = "read committed",
): Promise<T> {
  const client = await connect(pool)
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on("error", onError)
  try {
    await client.query(`begin isolation level ${isolation}`)
    const result = await work(client)
    // After an error that `work` swallowed, PostgreSQL answers COMMIT with a rollback, and without an error.
    const { command } = await client.query("commit")
    if (command !== "COMMIT")
      throw new Error("The transaction was rolled back: an error inside it was ignored.")
    return result
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      broken ??= reason
    })
    throw explainServerError(error) ?? error
  } finally {
    client.off("error", onError)
    client.release(broken)
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw explainServerError(error) ?? missingRole(error) ?? error
  }
}

function missingRole(error: unknown): DatabaseUnavailable | undefined {
  const message = error instanceof Error ? error.message : ""
  if (!/role "backfill_\w+"/.test(message)) return undefined
  return new DatabaseUnavailable(
    "database_roles",
    `The database is not prepared yet: ${message}. Nothing was changed. Run the migrations first (starting the server does).`,
    { cause: error },
  )
}
