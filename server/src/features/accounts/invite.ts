import { randomUUID } from "node:crypto"
import type { api } from "@backfill/contract"
import { recordChange } from "../../platform/audit.ts"
import { invitations } from "../../platform/database/schema/platform.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { found } from "../../platform/problem-error.ts"
import { presentInvitation } from "./accounts.present.ts"
import { issueToken, selectSettings } from "./accounts.store.ts"

const LASTS = 14 * 24 * 3600 * 1000

/** Invites someone: mailed where mail is set and an address is given, else the link is there to copy. */
export const invite: Handlers<typeof api.accounts>["invite"] = async (call) => {
  const expiresAt = new Date(call.now.getTime() + LASTS)
  const made = await call.write(
    async (tx) => {
      const row = found(
        (
          await tx
            .insert(invitations)
            .values({
              id: randomUUID(),
              email: call.body.email ?? null,
              roles: call.body.roles,
              invitedBy: call.account.id,
              expiresAt,
            })
            .returning()
        )[0],
      )
      const token = await issueToken(tx, "invitation", row.id, expiresAt)
      await recordChange(tx, {
        record: "invitation",
        recordId: row.id,
        action: "invited",
        actor: call.actor,
        at: call.now,
        after: { roles: row.roles },
      })
      return {
        row,
        link: `${call.app.baseUrl}/invitation#${token}`,
        organisation: (await selectSettings(tx))?.organisation ?? "Backfill",
      }
    },
    { secret: true },
  )
  let mailed = false
  if (call.app.mail.available && call.body.email) {
    mailed = await call.app.mail
      .send({
        to: call.body.email,
        subject: `${call.account.name} invites you to ${made.organisation} on Backfill`,
        text: `Hello,\n\n${call.account.name} would like you to join ${made.organisation} on Backfill.\nChoose a password here:\n\n${made.link}\n\nThe link works once, until ${expiresAt.toUTCString()}.\n`,
      })
      .then(
        () => true,
        (error: unknown) => (call.app.log.error({ err: error }, "invitation not mailed"), false),
      )
  }
  return {
    link: made.link,
    mailed,
    expiresAt: expiresAt.toISOString(),
    invitation: presentInvitation(made.row, call.account.name),
  }
}
