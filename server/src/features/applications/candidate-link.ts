import { and, eq, isNull } from "drizzle-orm"
import type { App, Tx } from "../../platform/app.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { candidateLinks } from "../../platform/database/schema/hiring.ts"

const LASTS = 180 * 24 * 3600 * 1000

/** A new link to the candidate's own page; only its hash is stored. The secret stands behind the # and reaches no log. */
export async function makeLink(app: App, tx: Tx, applicationId: string, now: Date): Promise<string> {
  const token = newToken()
  await tx
    .insert(candidateLinks)
    .values({ hash: hashToken(token), applicationId, expiresAt: new Date(now.getTime() + LASTS) })
  return `${app.baseUrl}/c#${token}`
}

/** Voids every link made so far; sessions opened with them end with them. */
export async function revokeLinks(tx: Tx, applicationId: string, now: Date): Promise<void> {
  await tx
    .update(candidateLinks)
    .set({ revokedAt: now })
    .where(and(eq(candidateLinks.applicationId, applicationId), isNull(candidateLinks.revokedAt)))
}

interface LinkLetter {
  to: string
  name: string
  title: string
  organisation: string
  link: string
  opening: string
}

/** Mails a link where a mail server is set. A letter that can't be sent is logged; the answer says whether it went out. */
export async function mailLink(app: App, letter: LinkLetter): Promise<boolean> {
  if (!app.mail.available) return false
  const { to, name, title, organisation, link, opening } = letter
  const text = `Hello ${name},\n\n${opening}\n\nThis page is yours alone and always shows where things stand:\n${link}\n\nAnyone who has this link can open the page, so please keep it to yourself.\n\n${organisation}\n`
  return app.mail.send({ to, subject: `Your application: ${title}`.replace(/\s+/g, " "), text }).then(
    () => true,
    (error: unknown) => {
      app.log.error({ err: error }, "link not mailed")
      return false
    },
  )
}
