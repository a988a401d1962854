import { eq } from "drizzle-orm"
import type { App, Tx } from "../../platform/app.ts"
import { applications, candidates, interviews, openings } from "../../platform/database/schema/hiring.ts"
import { settings } from "../../platform/database/schema/platform.ts"
import { found } from "../../platform/problem-error.ts"
import { saidTime } from "../../platform/said-time.ts"
import { type Appointment, writeCalendar } from "./calendar.ts"
import { selectRaters, selectTimeFactor } from "./interviews.store.ts"
import { bookedMinutes } from "./length.ts"

type Party = "candidate" | "panel"
type Facts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(tx: Tx, interviewId: string) {
  const row = found(
    (
      await tx
        .select({ interview: interviews, candidate: candidates, opening: openings.title })
        .from(interviews)
        .innerJoin(applications, eq(applications.id, interviews.applicationId))
        .innerJoin(candidates, eq(candidates.id, applications.candidateId))
        .innerJoin(openings, eq(openings.id, applications.openingId))
        .where(eq(interviews.id, interviewId))
    )[0],
  )
  const [setting] = await tx.select({ name: settings.organisation, contact: settings.contact }).from(settings)
  return {
    ...row,
    organisation: setting?.name ?? "Backfill",
    contact: setting?.contact || "backfill@invalid.example",
    raters: await selectRaters(tx, [interviewId]),
    factor: await selectTimeFactor(tx, row.interview.applicationId),
  }
}

/** What an appointment says to each side: the candidate reads no interviewer's address, the panel no candidate's. */
function appointmentFor(facts: Facts, party: Party, baseUrl: string, now: Date): Appointment | undefined {
  const { interview, candidate, opening, organisation, raters } = facts
  if (!interview.startsAt) return undefined
  const forCandidate = party === "candidate"
  const people = raters.map((rater) => rater.name).join(", ")
  const url = forCandidate ? `${baseUrl}/c` : `${baseUrl}/interviews/${interview.id}`
  const local = saidTime(interview.startsAt, interview.timeZone)
  return {
    interviewId: interview.id,
    sequence: interview.calendarSequence,
    cancelled: interview.state === "cancelled",
    startsAt: interview.startsAt,
    minutes: bookedMinutes(interview.minutes, facts.factor),
    title: forCandidate ? `${interview.title} with ${organisation}` : `${interview.title}: ${candidate.name}`,
    description: [`${opening}, ${organisation}`, `${local}${people ? `, with ${people}` : ""}`, url].join(
      "\n",
    ),
    where: interview.location,
    url,
    organiser: { name: organisation, email: facts.contact },
    attendees: forCandidate
      ? [{ name: candidate.name, email: candidate.email }]
      : raters.map(({ name, email }) => ({ name, email })),
    now,
  }
}

/** The interview as a calendar text for one side; undefined while it has no time. */
export async function calendarFor(
  tx: Tx,
  interviewId: string,
  party: Party,
  baseUrl: string,
  now: Date,
): Promise<string | undefined> {
  const appointment = appointmentFor(await factsOf(tx, interviewId), party, baseUrl, now)
  return appointment && writeCalendar(appointment)
}

const WORDS = {
  scheduled: {
    subject: "Invitation",
    panel: "You are asked to run this interview.",
    candidate: "We would like to talk with you.",
  },
  moved: {
    subject: "New time",
    panel: "This interview has changed.",
    candidate: "Your interview has changed. This is how it stands now.",
  },
  cancelled: {
    subject: "Cancelled",
    panel: "This interview won’t take place.",
    candidate: "This interview won’t take place as planned. We will get in touch about what happens next.",
  },
}

/**
 * Mails the appointment to the candidate and each interviewer where a mail server is set. Call it after the commit; a letter
 * that can't be sent is logged, and the page shows the appointment all the same. Returns how many went out.
 */
export async function mailAppointment(
  app: App,
  interviewId: string,
  what: keyof typeof WORDS,
): Promise<number> {
  if (!app.mail.available) return 0
  const facts = await factsOf(app.db.hiring, interviewId).catch((error: unknown) =>
    app.log.error({ err: error, interviewId }, "appointment not mailed"),
  )
  if (!facts) return 0
  let sent = 0
  for (const party of ["candidate", "panel"] as const) {
    const appointment = appointmentFor(facts, party, app.baseUrl, app.clock())
    if (!appointment || facts.candidate.erasedAt) continue
    const calendar = {
      method: appointment.cancelled ? ("CANCEL" as const) : ("REQUEST" as const),
      content: writeCalendar(appointment),
    }
    for (const { name, email } of appointment.attendees) {
      const text = `Hello ${name},\n\n${WORDS[what][party]}\n\n${appointment.title}\n${appointment.description}\n${appointment.where}\n\n${facts.organisation}\n`
      const letter = {
        to: email,
        subject: `${WORDS[what].subject}: ${appointment.title.replace(/\s+/g, " ")}`,
        text,
        calendar,
      }
      sent += await app.mail.send(letter).then(
        () => 1,
        (error: unknown) => (app.log.error({ err: error, interviewId }, "appointment not mailed"), 0),
      )
    }
  }
  return sent
}
