import { randomUUID } from "node:crypto"
import type { Role } from "@backfill/contract"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { hashPassword } from "../../platform/auth/passwords.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { accounts, identities, settings, tokens } from "../../platform/database/schema/platform.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"

export const selectSettings = async (tx: Tx) => (await tx.select().from(settings))[0]
export const selectAccount = async (tx: Tx, id: string) =>
  found((await tx.select().from(accounts).where(eq(accounts.id, id)))[0])

export interface NewPerson {
  name: string
  email: string
  password: string
  timeZone: string
}

/** Creates an account that signs in with a password. An address that is taken answers already_exists. */
export async function insertAccount(tx: Tx, person: NewPerson, roles: Role[]) {
  const [row] = await tx
    .insert(accounts)
    .values({
      id: randomUUID(),
      name: person.name.trim(),
      email: person.email.trim(),
      roles,
      timeZone: person.timeZone,
    })
    .onConflictDoNothing()
    .returning()
  if (!row)
    throw new ProblemError("already_exists", {
      detail:
        "There’s an account with this e-mail already. Sign in instead, or ask the owner for a reset link.",
    })
  await tx.insert(identities).values({
    id: randomUUID(),
    accountId: row.id,
    kind: "password",
    secret: await hashPassword(person.password),
  })
  return row
}

/** Makes a one-time token for `purpose`; newer ones for the same subject void the older. */
export async function issueToken(
  tx: Tx,
  purpose: (typeof tokens.$inferSelect)["purpose"],
  subjectId: string | null,
  expiresAt: Date,
): Promise<string> {
  if (subjectId)
    await tx
      .update(tokens)
      .set({ usedAt: sql`now()` })
      .where(and(eq(tokens.purpose, purpose), eq(tokens.subjectId, subjectId), isNull(tokens.usedAt)))
  const token = newToken()
  await tx.insert(tokens).values({ hash: hashToken(token), purpose, subjectId, expiresAt })
  return token
}

const usable = (token: string, purpose: (typeof tokens.$inferSelect)["purpose"], now: Date) =>
  and(
    eq(tokens.hash, hashToken(token)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, now),
  )

/** Uses a token up. Two redemptions at once: the database lets one of them through. */
export async function redeemToken(
  tx: Tx,
  token: string,
  purpose: (typeof tokens.$inferSelect)["purpose"],
  now: Date,
): Promise<string | null> {
  const [row] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(usable(token, purpose, now))
    .returning({ subjectId: tokens.subjectId })
  if (!row) throw new ProblemError("link_spent")
  return row.subjectId
}

export async function peekToken(
  tx: Tx,
  token: string,
  purpose: (typeof tokens.$inferSelect)["purpose"],
  now: Date,
): Promise<string | null> {
  const [row] = await tx
    .select({ subjectId: tokens.subjectId })
    .from(tokens)
    .where(usable(token, purpose, now))
  if (!row) throw new ProblemError("link_spent")
  return row.subjectId
}
