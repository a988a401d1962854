import { createHash, randomBytes, randomUUID } from "node:crypto"
import type { api } from "@backfill/contract"
import { type Kit, NEW_APPLICATION, type Plan } from "@backfill/core"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { ApplicationHead } from "../../platform/access.ts"
import type { App, Tx } from "../../platform/app.ts"
import { canonical, recordChange } from "../../platform/audit.ts"
import {
  adjustments,
  applications,
  candidates,
  type openings,
} from "../../platform/database/schema/hiring.ts"
import { signal } from "../../platform/events.ts"
import type { CallOf } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { checkTimeZone } from "../../platform/time-zone.ts"
import {
  addToStory,
  type ApplicationRow,
  columnsOf,
  type Doer,
  ruleOn,
  storyOf,
} from "../applications/change-application.ts"
import { startScreen } from "../applications/start-screen.ts"
import { checkAnswers, knockOut } from "./form.policy.ts"
import { claimUpload } from "./public-pages.store.ts"

type OpeningRow = typeof openings.$inferSelect
export type Submission = CallOf<typeof api.publicPages.apply>["body"]

/**
 * The id an application gets: with an idempotency key always the same one, so that a repetition finds what the first
 * request made and can hand out its link again without the link ever being stored.
 */
export function applicationId(slug: string, key: string | undefined): string {
  if (key === undefined || key === "") return randomUUID()
  const hex = createHash("sha256").update(`application\0${slug}\0${key}`).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Stores an application with all that belongs to it, and lets the stage machine say where it stands. */
export async function submitApplication(
  tx: Tx,
  id: string,
  opening: OpeningRow,
  kit: Kit,
  plan: Plan,
  sent: Submission,
  at: Date,
): Promise<ApplicationHead> {
  checkAnswers(kit.form, sent.answers, sent.coverLetter)
  checkTimeZone(sent.timeZone)
  const email = sent.email.trim().toLowerCase()
  await refuseTwin(tx, opening.id, email, sent)
  const doer: Doer = { actor: "candidate", at }
  const { state, events } = ruleOn(NEW_APPLICATION, doer, {
    type: "submit",
    stages: plan.stages.map((stage) => ({ id: stage.id, kind: stage.kind })),
    knockOut: knockOut(kit.form, sent.answers),
  })
  const candidateId = randomUUID()
  await tx.insert(candidates).values({
    id: candidateId,
    name: sent.name.trim(),
    email,
    phone: sent.phone.trim(),
    timeZone: sent.timeZone,
  })
  const [inserted] = await tx
    .insert(applications)
    .values({
      id,
      openingId: opening.id,
      candidateId,
      alias: `Applicant ${aliasCode()}`,
      planVersion: opening.planVersion,
      state,
      ...columnsOf(state, 0),
      resumeText: sent.resumeText,
      coverLetter: kit.form.coverLetter === "off" ? "" : sent.coverLetter,
      answers: sent.answers,
      disqualifyingRule: state.knockOut?.rule ?? null,
      submittedAt: at,
    })
    .onConflictDoNothing({ target: applications.id })
    .returning()
  // The same key from another address, as when a phone changes networks between two tries.
  if (!inserted) throw new ProblemError("already_exists")
  const row = inserted
  if (sent.uploadId) await claimUpload(tx, sent.uploadId, id)
  await addToStory(tx, id, doer, storyOf(events))
  if (sent.adjustments) {
    await tx.insert(adjustments).values({
      applicationId: id,
      state: "asked",
      kinds: sent.adjustments.kinds,
      note: sent.adjustments.note,
    })
    await addToStory(tx, id, doer, [{ kind: "adjustments-asked", data: { kinds: sent.adjustments.kinds } }])
  }
  await recordChange(tx, {
    record: "application",
    recordId: id,
    action: "submitted",
    actor: doer.actor,
    at,
    after: { openingId: opening.id, candidateId, status: row.status },
  })
  await signal(tx, { kind: "changed", topic: "application", id, openingId: opening.id, applicationId: id })
  return startScreen(tx, row, plan, { actor: "system", at })
}

/** The same application sent again under another key: nothing is added. Who hasn't sent it learns nothing of it. */
async function refuseTwin(tx: Tx, openingId: string, email: string, sent: Submission): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`apply/${openingId}/${email}`}, 7))`)
  const earlier = await tx
    .select({ resumeText: applications.resumeText, coverLetter: applications.coverLetter })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .where(
      and(eq(applications.openingId, openingId), eq(candidates.email, email), isNull(applications.endedAt)),
    )
  if (earlier.some((one) => one.resumeText === sent.resumeText && one.coverLetter === sent.coverLetter)) {
    throw new ProblemError("already_exists", {
      detail:
        "This application has reached us already. Nothing was added; your page opens with the link you got then.",
    })
  }
}

const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
/** Four letters that can't be mistaken for each other. */
const aliasCode = (): string => [...randomBytes(4)].map((byte) => LETTERS[byte % LETTERS.length]).join("")

/**
 * What a repetition of an earlier request finds: its application, or null if there is none of this person's. Other words
 * under the same key are refused, so that nobody believes them sent.
 */
export async function findRepeated(app: App, id: string, sent: Submission): Promise<ApplicationRow | null> {
  const [row] = await app.db.hiring
    .select({ application: applications, email: candidates.email })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .where(eq(applications.id, id))
  if (row?.email !== sent.email.trim().toLowerCase()) return null
  const { application } = row
  const same =
    application.resumeText === sent.resumeText &&
    application.coverLetter === sent.coverLetter &&
    canonical(application.answers) === canonical(sent.answers)
  if (!same) throw new ProblemError("idempotency_mismatch")
  return application
}
