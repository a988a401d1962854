import type { Decision } from "@backfill/contract"
import { eq } from "drizzle-orm"
import type { App } from "../../platform/app.ts"
import { applications, candidates, openings } from "../../platform/database/schema/hiring.ts"
import { settings } from "../../platform/database/schema/platform.ts"

/** What the candidate reads: the outcome and what comes next, never scores, names of raters or what was said. */
const WORDS: Partial<Record<Decision["choice"], { subject: string; text: string }>> = {
  advance: {
    subject: "Good news about your application",
    text: "We would like to go on with you. Your page shows the next step, how long it takes and how it is judged.",
  },
  stop: {
    subject: "About your application",
    text: "Thank you for the time and thought you gave us. We have decided not to go on with your application. If you would like to know more, answer this mail and a person will reply.",
  },
  offer: {
    subject: "We would like to work with you",
    text: "We have decided to make you an offer. We will get in touch in the next days to go through it with you.",
  },
  "no-offer": {
    subject: "About your application",
    text: "Thank you for going all this way with us. We have decided not to make an offer. If you would like to know more, answer this mail and a person will reply.",
  },
}

/** Mails the candidate what was decided, where a mail server is set; a hold is nothing to write about. Call it after the commit. */
export async function mailDecision(
  app: App,
  applicationId: string,
  choice: Decision["choice"],
): Promise<void> {
  const words = WORDS[choice]
  if (!words || !app.mail.available) return
  try {
    const [row] = await app.db.hiring
      .select({
        name: candidates.name,
        email: candidates.email,
        erasedAt: candidates.erasedAt,
        title: openings.title,
        sample: openings.sample,
      })
      .from(applications)
      .innerJoin(candidates, eq(candidates.id, applications.candidateId))
      .innerJoin(openings, eq(openings.id, applications.openingId))
      .where(eq(applications.id, applicationId))
    if (!row || row.erasedAt || row.sample) return
    const [setting] = await app.db.platform.select({ name: settings.organisation }).from(settings)
    const text = `Dear ${row.name},\n\nThis is about your application as ${row.title}.\n\n${words.text}\n\nYour own page stays open to you with the link from our earlier mail; there you can also ask for a new one.\n\n${setting?.name ?? "Backfill"}\n`
    await app.mail.send({ to: row.email, subject: words.subject, text })
  } catch (error) {
    app.log.error({ err: error, applicationId }, "decision not mailed")
  }
}
