import { setTimeout as sleep } from "node:timers/promises"

/**
 * Longer than any step takes on a machine that is merely busy: PostgreSQL's own start is given three minutes, and stopping
 * it another. What lasts longer hangs.
 */
const PATIENCE_MS = 600_000

/** For a test whose steps each have their own end: how many rounds it has is no reason to end it. */
export const NEVER = 2 ** 31 - 1

/**
 * Waits for one step of a test, and says which one it was when it hangs.
 * @param what the step and its round: "round 12 (both): the server's start"; asked at the end where it depends
 * @throws when it takes longer than `patience` milliseconds, ten minutes unless told, or with what the step throws
 */
export async function awaited<T>(
  what: string | (() => string),
  step: Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  const said = () => (typeof what === "string" ? what : what())
  const over = new AbortController()
  const hung = sleep(patience, undefined, { signal: over.signal }).then(() => {
    throw new Error(`hung: ${said()} has not come in ${patience / 1000} s`)
  })
  try {
    return await Promise.race([step, hung])
  } catch (error) {
    if (error instanceof Error && !error.message.startsWith("hung: "))
      error.message = `${said()}: ${error.message}`
    throw error
  } finally {
    hung.catch(() => {})
    over.abort()
  }
}

/** Looks every few milliseconds until it holds; for ever, so inside `awaited`. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10)
}
