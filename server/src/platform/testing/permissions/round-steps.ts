import { randomUUID } from "node:crypto"
import type { CardEvidence, NoteEntry, Rating } from "@backfill/contract"
import type { z } from "zod"
import type { TestApp, TestPerson } from "../test-app.ts"
import { type Applicant, type Applied, CORE_ROUND, EXERCISE, type Panel, planOf } from "./opening-steps.ts"
import { candidateCookie } from "./sign-in.ts"

type Evidence = z.infer<typeof CardEvidence>

/** What a rater wrote about someone, recognisable wherever it turns up. */
export const words = (rater: { id: string }, applicant: Pick<Applicant, "email">, where: "screen" | "core") =>
  `rater-canary-${rater.id.slice(0, 8)}-${applicant.email.split("@")[0]}-${where}`
/** Why somebody decided as they did. */
export const verdict = (applicant: Pick<Applicant, "email">) =>
  `verdict-canary-${applicant.email.split("@")[0]}`

/** What every candidate hands in, under their name. */
export const WORK = "select count(*) from tides"

/** Gives the exercise, and does it as the candidate: text and a file, handed in or not. */
export async function doExercise(
  t: TestApp,
  recruiter: TestPerson,
  { applicationId, applicant }: Applied,
  { handIn }: { handIn: boolean },
) {
  const given = await recruiter.client.attempts.schedule({
    params: { applicationId },
    body: { exerciseId: EXERCISE, availableFrom: null },
  })
  const params = { attemptId: given.id }
  const { candidate } = t.client(await candidateCookie(t, applicationId))
  const { version } = await candidate.startAttempt({ params, body: {} })
  await candidate.saveAttempt({
    params,
    body: { text: `${WORK}\n-- ${applicant.name}, ${applicant.email}`, version },
  })
  const work = await candidate.uploadToAttempt({
    params,
    query: { name: `work-of-${applicant.email.split("@")[0]}.txt` },
    upload: "a file of work",
  })
  if (handIn) await candidate.submitAttempt({ params, body: { version: work.version } })
  return { attemptId: given.id, attemptFileId: work.files[0]?.id ?? "" }
}

/** The résumé screen of the newest application, which is the last in a rater's queue. */
async function newestScreen(rater: TestPerson): Promise<string> {
  const { items } = await rater.client.screening.queue()
  return items.filter((item) => item.mine === "to-do").at(-1)?.interviewId ?? ""
}

/** A complete card on a résumé, as this rater reads it. */
export async function screenCard(rater: TestPerson, interviewId: string, applicant: Applicant) {
  const page = await rater.client.screening.read({ params: { interviewId } })
  const line = /Ran the tide stream/.exec(page.text)
  const evidence: Evidence[] = [
    { kind: "resume", ref: `text=${line?.index ?? 0}-${(line?.index ?? 0) + 8}`, quote: "" },
  ]
  const ratings: Rating[] = page.criteria.map(({ id }) => ({
    itemId: id,
    score: 4,
    evidence,
    comment: words(rater, applicant, "screen"),
  }))
  return { ratings, recommendation: "yes" as const, reason: words(rater, applicant, "screen"), version: 0 }
}

/** Every rater drafts a card on the newest résumé; nobody submits. */
export async function draftScreenCard(panel: Panel, applicant: Applicant): Promise<string> {
  let interviewId = ""
  for (const rater of panel.raters) {
    interviewId = await newestScreen(rater)
    await rater.client.interviews.saveScorecard({
      params: { interviewId },
      body: await screenCard(rater, interviewId, applicant),
    })
  }
  return interviewId
}

/** Every rater submits a card on the newest résumé, and the manager lets the person advance. */
export async function passScreen(
  panel: Panel,
  { applicationId, applicant }: Applied,
): Promise<{ screenId: string; decisionId: string }> {
  let screenId = ""
  for (const rater of panel.raters) {
    screenId = await newestScreen(rater)
    await rater.client.interviews.submitScorecard({
      params: { interviewId: screenId },
      body: await screenCard(rater, screenId, applicant),
    })
  }
  const place = { applicationId, applicant, stageIndex: planOf.screen }
  await openGate(panel, place)
  return { screenId, decisionId: await decideGate(panel, place) }
}

const handler = (panel: Panel) => (panel.manager ?? panel.recruiter).client

export async function scheduleCore(panel: Panel, applicationId: string): Promise<string> {
  const body = {
    roundId: CORE_ROUND,
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: "Europe/Amsterdam",
    where: "Video call",
    interviewers: panel.raters.map(({ id }) => id),
  }
  return (await handler(panel).applications.schedule({ params: { applicationId }, body })).id
}

interface Seat {
  interviewId: string
  applicant: Applicant
}

/** Takes a note on every item, and answers with a card that rests on them. */
async function coreCard(rater: TestPerson, { interviewId, applicant }: Seat) {
  const params = { interviewId }
  const { items } = await rater.client.interviews.console({ params })
  const text = words(rater, applicant, "core")
  const notes: NoteEntry[] = items.map(({ id }, seq) => ({
    id: randomUUID(),
    itemId: id,
    atSeconds: 60 + seq,
    text,
    editedAt: new Date().toISOString(),
    deleted: false,
    device: "test",
    seq,
  }))
  const start = {
    id: randomUUID(),
    kind: "start" as const,
    itemId: null,
    index: null,
    atSeconds: 0,
    device: "test",
    seq: 100,
  }
  await rater.client.interviews.sync({ params, body: { notes, events: [start] } })
  const ratings: Rating[] = notes.map((note) => ({
    itemId: note.itemId,
    score: 4,
    evidence: [{ kind: "note", ref: note.id, quote: "" }],
    comment: text,
  }))
  return { params, body: { ratings, recommendation: "yes" as const, reason: text, version: 0 } }
}

export async function draftCoreCard(rater: TestPerson, seat: Seat): Promise<void> {
  await rater.client.interviews.saveScorecard(await coreCard(rater, seat))
}

export async function submitCoreCard(rater: TestPerson, seat: Seat): Promise<void> {
  await rater.client.interviews.submitScorecard(await coreCard(rater, seat))
}

interface Gate {
  applicationId: string
  stageIndex: number
  applicant: Applicant
}

export async function openGate(panel: Panel, { applicationId, stageIndex }: Gate): Promise<void> {
  const { version } = await handler(panel).applications.read({ params: { applicationId } })
  await handler(panel).debriefs.open({ params: { applicationId, stageIndex }, body: { version } })
}

/** Records a decision with a reason that cites the first card. Answers the decision's id. */
export async function decideGate(
  panel: Panel,
  { applicationId, stageIndex, applicant }: Gate,
  choice: "advance" | "hold" = "advance",
): Promise<string> {
  const params = { applicationId, stageIndex }
  const debrief = await handler(panel).debriefs.read({ params })
  const rating = debrief.rows.flatMap((row) =>
    row.ratings.map((one) => ({ competencyId: row.competencyId, evidence: one.evidence })),
  )[0]
  const evidence = (rating?.evidence ?? []).map(({ kind, ref, quote }) => ({ kind, ref, quote }))
  const reasons = [{ competencyId: rating?.competencyId ?? "", reason: verdict(applicant), evidence }]
  const { id } = await handler(panel).debriefs.decide({
    params,
    body: {
      choice,
      summary: verdict(applicant),
      reasons,
      supersedes: null,
      version: debrief.applicationVersion,
    },
  })
  return id
}
