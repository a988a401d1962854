import { sql } from "drizzle-orm"
import type { Drizzle } from "./drizzle.ts"
import { ProblemError } from "./problem-error.ts"

/**
 * Counts one use of `key` in a window shared by all server processes; over `max` throws too_many_requests.
 * Counted in a statement of its own, so that a failed request still counts; a power cut may forget the last counts,
 * since nobody waits for the disk here.
 */
export async function limit(db: Drizzle, key: string, max: number, windowSeconds: number): Promise<void> {
  const { rows } = await db.execute<{ used: number; wait: number }>(sql`
    INSERT INTO platform.rate_limits AS r (key, used, window_ends) VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT (key) DO UPDATE SET
      used = CASE WHEN r.window_ends < now() THEN 1 ELSE r.used + 1 END,
      window_ends = CASE WHEN r.window_ends < now() THEN now() + make_interval(secs => ${windowSeconds}) ELSE r.window_ends END
    RETURNING used, ceil(extract(epoch FROM window_ends - now()))::int AS wait,
      set_config('synchronous_commit', 'off', true)`)
  const row = rows[0]
  if (row && row.used > max)
    throw new ProblemError("too_many_requests", { retryAfter: Math.max(1, row.wait) })
}
