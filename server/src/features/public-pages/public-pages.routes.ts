import type { api } from "@backfill/contract"
import { and, desc, eq, ne, sql } from "drizzle-orm"
import type { ApplicationHead } from "../../platform/access.ts"
import type { App } from "../../platform/app.ts"
import { applications, candidates, openings } from "../../platform/database/schema/hiring.ts"
import type { CallOf, Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { mailLink, makeLink } from "../applications/candidate-link.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { selectPlan } from "../openings/openings.store.ts"
import { applicationId, findRepeated, submitApplication } from "./apply.ts"
import { presentForm, presentPublicOpening } from "./public-pages.present.ts"
import {
  selectOpenOpening,
  selectOpenOpenings,
  selectOrganisation,
  selectPublicOpening,
} from "./public-pages.store.ts"
import { uploadResume } from "./upload-resume.ts"

export const handlers: Handlers<typeof api.publicPages> = {
  openings: async (call) =>
    call.read(async (tx) => {
      const { organisation } = await selectOrganisation(tx)
      return {
        organisation,
        items: (await selectOpenOpenings(tx)).map((row) => presentPublicOpening(row, organisation)),
      }
    }),

  opening: async (call) =>
    call.read(async (tx) => {
      const row = await selectPublicOpening(tx, call.params.slug)
      const { organisation, retentionMonths } = await selectOrganisation(tx)
      const form = presentForm(
        await pinnedKit(tx, row.kitDigest),
        await selectPlan(tx, row.id, row.planVersion),
        retentionMonths,
      )
      return { opening: presentPublicOpening(row, organisation), form }
    }),

  uploadResume,

  apply: async (call) => {
    await limit(call.db, `apply:${call.request.ip}`, 30, 600)
    const key = call.request.headers["idempotency-key"]
    const id = applicationId(call.params.slug, typeof key === "string" ? key : undefined)
    const row = await storeOnce(call, id)
    const link = await makeLink(call.app, call.db, row.id, call.now)
    const { organisation } = await selectOrganisation(call.db)
    const [opening] = await call.db
      .select({ title: openings.title })
      .from(openings)
      .where(eq(openings.id, row.openingId))
    const mailed = await mailLink(call.app, {
      to: call.body.email,
      name: call.body.name,
      title: opening?.title ?? "",
      organisation,
      link,
      opening: "Thank you, your application has arrived.",
    })
    return {
      outcome: row.disqualifyingRule === null ? "received" : "disqualified",
      rule: row.disqualifyingRule,
      link,
      mailed,
    }
  },

  resendLink: async (call) => {
    await limit(call.db, `candidate-link:${call.request.ip}`, 20, 600)
    await limit(call.db, `candidate-link:${call.body.email.toLowerCase()}`, 5, 3600)
    // Not awaited: how long it takes would tell whether the address is known.
    void sendNewLink(call.app, call.body.email, call.body.slug).catch((error: unknown) =>
      call.request.log.error({ err: error }, "link not sent"),
    )
    return { ok: true }
  },
}

/** Stores the application; a repetition under the same key finds the one that is there. */
async function storeOnce(call: CallOf<typeof api.publicPages.apply>, id: string): Promise<ApplicationHead> {
  try {
    return await call.write(
      async (tx) => {
        // A change of plan waits until this application is in, and then takes it along.
        await tx.execute(sql`SELECT 1 FROM hiring.openings WHERE slug = ${call.params.slug} FOR SHARE`)
        const opening = await selectOpenOpening(tx, call.params.slug)
        return submitApplication(
          tx,
          id,
          opening,
          await pinnedKit(tx, opening.kitDigest),
          await selectPlan(tx, opening.id, opening.planVersion),
          call.body,
          call.now,
        )
      },
      { secret: true },
    )
  } catch (error) {
    const repeated =
      error instanceof ProblemError &&
      error.id === "already_exists" &&
      call.request.headers["idempotency-key"] !== undefined
    if (!repeated) throw error
    const earlier = await findRepeated(call.app, id, call.body)
    if (!earlier) throw error
    return earlier
  }
}

/** Earlier links stay valid: anyone may ask for a new one, and must not be able to shut the candidate out. */
async function sendNewLink(app: App, email: string, slug: string): Promise<void> {
  if (!app.mail.available) return
  const [row] = await app.db.hiring
    .select({ id: applications.id, name: candidates.name, email: candidates.email, title: openings.title })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .innerJoin(openings, eq(openings.id, applications.openingId))
    .where(
      and(
        eq(candidates.email, email.trim().toLowerCase()),
        eq(openings.slug, slug),
        ne(applications.status, "erased"),
      ),
    )
    .orderBy(desc(applications.submittedAt))
    .limit(1)
  if (!row) return
  const link = await makeLink(app, app.db.hiring, row.id, app.clock())
  const { organisation } = await selectOrganisation(app.db.hiring)
  await mailLink(app, {
    to: row.email,
    name: row.name,
    title: row.title,
    organisation,
    link,
    opening: "Here is a new link to the page of your application.",
  })
}
