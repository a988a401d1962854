import { type api, HIRING } from "@backfill/contract"
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { checkPassword, hashPassword } from "../../platform/auth/passwords.ts"
import {
  accounts,
  identities,
  invitations,
  sessions,
  settings,
} from "../../platform/database/schema/platform.ts"
import { signal } from "../../platform/events.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { setCookie } from "../../platform/http/cookies.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { presentAccount, presentInvitation } from "./accounts.present.ts"
import {
  insertAccount,
  issueToken,
  peekToken,
  redeemToken,
  selectAccount,
  selectSettings,
} from "./accounts.store.ts"
import { invite } from "./invite.ts"
import { keepAnOwner } from "./accounts.policy.ts"
import { endSessions, presentSession, startSession } from "./session.ts"

const DAY = 24 * 3600 * 1000

export const handlers: Handlers<typeof api.accounts> = {
  session: async (call) =>
    presentSession(call.db, call.caller.kind === "account" ? call.caller.id : undefined),

  setUp: async (call) => {
    await limit(call.db, `set-up:${call.request.ip}`, 20, 60)
    const { token, purpose, organisation, ...person } = call.body
    return call.write(async (tx) => {
      await tx.execute(sql`SELECT pg_advisory_xact_lock(4310)`)
      if (await selectSettings(tx)) throw new ProblemError("set_up_done")
      await redeemToken(tx, token, "set-up", call.now)
      const hiring = purpose === "hire"
      await tx.insert(settings).values({
        organisation: organisation ?? "Backfill",
        hiring,
        registration: "invitation",
        contact: person.email,
      })
      const owner = await insertAccount(
        tx,
        person,
        hiring ? ["owner", "recruiter", "hiring-manager", "interviewer", "member"] : ["owner", "member"],
      )
      await recordChange(tx, {
        record: "account",
        recordId: owner.id,
        action: "set up",
        actor: owner.id,
        at: call.now,
        after: { roles: owner.roles },
      })
      await startSession(call, tx, owner.id)
      return presentSession(tx, owner.id)
    })
  },

  signIn: async (call) => {
    const email = call.body.email.trim().toLowerCase()
    await limit(call.db, `sign-in:${call.request.ip}`, 60, 60)
    await limit(call.db, `sign-in:${email}`, 10, 60)
    const [row] = await call.db
      .select({ id: accounts.id, disabledAt: accounts.disabledAt, secret: identities.secret })
      .from(accounts)
      .innerJoin(identities, and(eq(identities.accountId, accounts.id), eq(identities.kind, "password")))
      .where(sql`lower(${accounts.email}) = ${email}`)
    if (!(await checkPassword(call.body.password, row?.secret)) || !row || row.disabledAt)
      throw new ProblemError("wrong_credentials")
    return call.write(async (tx) => {
      await startSession(call, tx, row.id)
      return presentSession(tx, row.id)
    })
  },

  signOut: async (call) => {
    await call.db.delete(sessions).where(eq(sessions.tokenHash, call.account.sessionHash))
    setCookie(call.request, call.reply, "session", "", 0)
    return { ok: true }
  },

  signOutEverywhere: async (call) => {
    await call.write((tx) => endSessions(tx, call.account.id))
    setCookie(call.request, call.reply, "session", "", 0)
    return { ok: true }
  },

  register: async (call) => {
    await limit(call.db, `register:${call.request.ip}`, 10, 600)
    return call.write(async (tx) => {
      if ((await selectSettings(tx))?.registration !== "open") throw new ProblemError("registration_closed")
      const row = await insertAccount(tx, call.body, ["member"])
      await recordChange(tx, {
        record: "account",
        recordId: row.id,
        action: "registered",
        actor: row.id,
        at: call.now,
      })
      await startSession(call, tx, row.id)
      return presentSession(tx, row.id)
    })
  },

  updateOwn: async (call) => {
    const { name, timeZone, password, version } = call.body
    if (password) {
      await limit(call.db, `password:${call.account.id}`, 10, 600)
      const [identity] = await call.db
        .select()
        .from(identities)
        .where(and(eq(identities.accountId, call.account.id), eq(identities.kind, "password")))
      if (!(await checkPassword(password.current, identity?.secret)))
        throw new ProblemError("wrong_credentials", {
          detail: "The current password isn’t right. Nothing was changed.",
        })
    }
    return call.write(async (tx) => {
      const [row] = await tx
        .update(accounts)
        .set({
          ...(name ? { name } : {}),
          ...(timeZone ? { timeZone } : {}),
          version: sql`${accounts.version} + 1`,
        })
        .where(and(eq(accounts.id, call.account.id), eq(accounts.version, version)))
        .returning()
      if (!row) throw new ProblemError("stale_version")
      if (password) {
        await tx
          .update(identities)
          .set({ secret: await hashPassword(password.next) })
          .where(eq(identities.accountId, row.id))
        await endSessions(tx, row.id)
        await startSession(call as never, tx, row.id)
      }
      await recordChange(tx, {
        record: "account",
        recordId: row.id,
        action: password ? "changed password" : "changed profile",
        actor: row.id,
        at: call.now,
        after: { name, timeZone },
      })
      return presentAccount(row)
    })
  },

  list: async (call) => ({
    items: (await call.db.select().from(accounts).orderBy(asc(accounts.name))).map(presentAccount),
  }),

  update: async (call) => {
    const { roles, disabled, version } = call.body
    return call.write(async (tx) => {
      const before = await selectAccount(tx, call.params.accountId)
      const [row] = await tx
        .update(accounts)
        .set({
          ...(roles ? { roles } : {}),
          ...(disabled === undefined ? {} : { disabledAt: disabled ? call.now : null }),
          version: sql`${accounts.version} + 1`,
        })
        .where(and(eq(accounts.id, before.id), eq(accounts.version, version)))
        .returning()
      if (!row) throw new ProblemError("stale_version")
      await keepAnOwner(tx)
      await recordChange(tx, {
        record: "account",
        recordId: row.id,
        action: "changed roles",
        actor: call.actor,
        at: call.now,
        before: { roles: before.roles, disabledAt: before.disabledAt },
        after: { roles: row.roles, disabledAt: row.disabledAt },
      })
      if (disabled) await endSessions(tx, row.id)
      else await signal(tx, { kind: "changed", topic: "account", id: row.id })
      return presentAccount(row)
    })
  },

  resetLink: async (call) =>
    call.write(
      async (tx) => {
        const row = await selectAccount(tx, call.params.accountId)
        const expiresAt = new Date(call.now.getTime() + DAY)
        const token = await issueToken(tx, "password-reset", row.id, expiresAt)
        await recordChange(tx, {
          record: "account",
          recordId: row.id,
          action: "reset link made",
          actor: call.actor,
          at: call.now,
        })
        return {
          link: `${call.app.baseUrl}/reset#${token}`,
          mailed: false,
          expiresAt: expiresAt.toISOString(),
        }
      },
      { secret: true },
    ),

  resetPassword: async (call) => {
    await limit(call.db, `reset:${call.request.ip}`, 20, 600)
    return call.write(async (tx) => {
      const accountId = found(await redeemToken(tx, call.body.token, "password-reset", call.now))
      await tx
        .update(identities)
        .set({ secret: await hashPassword(call.body.password) })
        .where(and(eq(identities.accountId, accountId), eq(identities.kind, "password")))
      await endSessions(tx, accountId)
      await startSession(call, tx, accountId)
      await recordChange(tx, {
        record: "account",
        recordId: accountId,
        action: "chose a new password",
        actor: accountId,
        at: call.now,
      })
      return presentSession(tx, accountId)
    })
  },

  invite,

  invitations: async (call) => {
    const rows = await call.db
      .select({ invitation: invitations, by: accounts.name })
      .from(invitations)
      .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
      .where(and(isNull(invitations.closedAt), gt(invitations.expiresAt, call.now)))
      .orderBy(asc(invitations.createdAt))
    return { items: rows.map((r) => presentInvitation(r.invitation, r.by)) }
  },

  revokeInvitation: async (call) =>
    call.write(async (tx) => {
      found(
        (
          await tx
            .update(invitations)
            .set({ closedAt: call.now })
            .where(and(eq(invitations.id, call.params.invitationId), isNull(invitations.closedAt)))
            .returning({ id: invitations.id })
        )[0],
      )
      await recordChange(tx, {
        record: "invitation",
        recordId: call.params.invitationId,
        action: "revoked",
        actor: call.actor,
        at: call.now,
      })
      return { ok: true as const }
    }),

  viewInvitation: async (call) => {
    await limit(call.db, `invitation:${call.request.ip}`, 60, 60)
    const id = found(await peekToken(call.db, call.body.token, "invitation", call.now))
    const [row] = await call.db
      .select({ invitation: invitations, by: accounts.name })
      .from(invitations)
      .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
      .where(and(eq(invitations.id, id), isNull(invitations.closedAt)))
    if (!row) throw new ProblemError("link_spent")
    return {
      organisation: (await selectSettings(call.db))?.organisation ?? "Backfill",
      roles: presentInvitation(row.invitation, row.by).roles,
      email: row.invitation.email,
      invitedBy: row.by,
    }
  },

  acceptInvitation: async (call) => {
    await limit(call.db, `invitation:${call.request.ip}`, 60, 60)
    const { token, ...person } = call.body
    return call.write(async (tx) => {
      if ((await selectSettings(tx))?.registration === "off") throw new ProblemError("registration_closed")
      const id = found(await redeemToken(tx, token, "invitation", call.now))
      const [invitation] = await tx
        .update(invitations)
        .set({ closedAt: call.now })
        .where(and(eq(invitations.id, id), isNull(invitations.closedAt)))
        .returning()
      if (!invitation) throw new ProblemError("link_spent")
      const row = await insertAccount(tx, person, presentInvitation(invitation, "").roles)
      await recordChange(tx, {
        record: "account",
        recordId: row.id,
        action: "accepted invitation",
        actor: row.id,
        at: call.now,
        after: { roles: row.roles },
      })
      await startSession(call, tx, row.id)
      return presentSession(tx, row.id)
    })
  },

  settings: async (call) => ({
    ...withoutId(found(await selectSettings(call.db))),
    mail: call.app.mail.available,
  }),

  saveSettings: async (call) => {
    const { version, ...next } = call.body
    return call.write(async (tx) => {
      const before = await selectSettings(tx)
      const [row] = await tx
        .update(settings)
        .set({ ...next, version: version + 1 })
        .where(eq(settings.version, version))
        .returning()
      if (!row) throw new ProblemError("stale_version")
      await recordChange(tx, {
        record: "settings",
        recordId: "1",
        action: "changed settings",
        actor: call.actor,
        at: call.now,
        before,
        after: row,
      })
      if (row.hiring && !before?.hiring) await takeUpHiring(tx, call.account.id)
      await signal(tx, { kind: "changed", topic: "settings", id: "1" })
      return { ...withoutId(row), mail: call.app.mail.available }
    })
  },
}

/** Whoever turns hiring on can hire: the roles that a first run with a team gives the owner. */
async function takeUpHiring(tx: Tx, accountId: string): Promise<void> {
  const { roles } = await selectAccount(tx, accountId)
  await tx
    .update(accounts)
    .set({ roles: [...new Set([...roles, ...HIRING])], version: sql`${accounts.version} + 1` })
    .where(eq(accounts.id, accountId))
  await signal(tx, { kind: "changed", topic: "account", id: accountId })
}

function withoutId({ id: _id, ...row }: typeof settings.$inferSelect) {
  return row
}
