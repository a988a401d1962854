import { isNull, and, eq, sql } from "drizzle-orm"
import type { App } from "./app.ts"
import { hashToken, newToken } from "./auth/tokens.ts"
import { settings, tokens } from "./database/schema/platform.ts"

/** A one-time link to create the owner, as long as there is none; a newer one voids the older. */
export async function setUpLink(app: App): Promise<string | undefined> {
  return app.db.platform.transaction(async (tx) => {
    if ((await tx.select({ id: settings.id }).from(settings)).length > 0) return undefined
    await tx
      .update(tokens)
      .set({ usedAt: sql`now()` })
      .where(and(eq(tokens.purpose, "set-up"), isNull(tokens.usedAt)))
    const token = newToken()
    await tx.insert(tokens).values({
      hash: hashToken(token),
      purpose: "set-up",
      expiresAt: new Date(app.clock().getTime() + 24 * 3600 * 1000),
    })
    return `${app.baseUrl}/set-up#${token}`
  })
}
