import { randomBytes, randomUUID } from "node:crypto"
import type { api } from "@backfill/contract"
import { exerciseById, formatEvidence, parseSelector, quoteOf } from "@backfill/core"
import { type ApplicationAccess, applicationAccess, requireRelation } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { attempts, evidence } from "../../platform/database/schema/hiring.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { changeApplication, lockApplication } from "../applications/change-application.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { selectPlan } from "../openings/openings.store.ts"
import { isIn, presentAttempt } from "./attempts.present.ts"
import { appendEvent, type AttemptRow, selectAttempt, selectAttempts, selectFiles } from "./attempts.store.ts"
import { grantedFactor } from "./granted-factor.ts"
import { handedTake, requireScreened } from "../recordings/recordings.policy.ts"
import { artifactOf } from "../recordings/recordings.present.ts"
import { selectTakes, type TakeRow } from "../recordings/recordings.store.ts"
import { timesOf } from "./look-up.ts"
import { asWritten, redactor } from "./readable-text.ts"

export const handlers: Handlers<typeof api.attempts> = {
  schedule: async (call) => {
    const { exerciseId, availableFrom } = call.body
    return call.write(async (tx) => {
      const access = await applicationAccess(tx, call.account, call.params.applicationId, { lock: true })
      requireRelation(access, "owner", "recruiter")
      const application = await lockApplication(tx, access.application.id)
      if (application.endedAt)
        throw new ProblemError("wrong_state", {
          detail: "This application has ended, so no exercise can be given. Nothing was changed.",
        })
      const plan = await selectPlan(tx, application.openingId, application.planVersion)
      const item = plan.stages
        .flatMap((stage) => stage.rounds.flatMap((round) => round.items))
        .find((one) => one.kind === "exercise" && one.id === exerciseId)
      const exercise = exerciseById(await pinnedKit(tx, access.opening.kitDigest), exerciseId)
      if (!item || !exercise)
        throw new ProblemError("invalid_request", {
          errors: [
            {
              path: "body.exerciseId",
              message: "This exercise isn’t in the candidate’s plan. Choose one that is.",
            },
          ],
        })
      if ((await selectAttempts(tx, application.id)).some((one) => one.exerciseId === exerciseId))
        throw new ProblemError("already_exists", {
          detail: "The candidate has this exercise already. Nothing was added.",
        })
      const doer = { actor: call.actor, at: call.now }
      const [row] = await tx
        .insert(attempts)
        .values({
          id: randomUUID(),
          applicationId: application.id,
          exerciseId,
          kitDigest: access.opening.kitDigest,
          seed: randomBytes(16).toString("hex"),
          minutes: item.minutes,
          timeFactor: await grantedFactor(tx, application.id),
          availableFrom: availableFrom === null ? null : new Date(availableFrom),
          createdAt: call.now,
        })
        .returning()
      const attempt = found(row)
      await appendEvent(tx, attempt.id, doer, "scheduled", {
        minutes: attempt.minutes,
        timeFactor: attempt.timeFactor,
      })
      await recordChange(tx, {
        record: "attempt",
        recordId: attempt.id,
        action: "scheduled",
        ...doer,
        after: { exerciseId, minutes: attempt.minutes },
      })
      await changeApplication(tx, application, {
        ...doer,
        action: "exercise given",
        story: [{ kind: "exercise-given", data: { attemptId: attempt.id, title: exercise.title } }],
      })
      return presentAttempt(attempt, exercise, [], call.now, "panel")
    })
  },

  list: async (call) =>
    call.read(async (tx) => {
      const { application, opening, blind } = await applicationAccess(
        tx,
        call.account,
        call.params.applicationId,
      )
      const rows = await selectAttempts(tx, application.id)
      const files = blind
        ? []
        : await selectFiles(
            tx,
            rows.map(({ id }) => id),
          )
      // What was typed may name its author too.
      const redacted = blind ? await redactor(tx, application) : undefined
      const items = []
      for (const row of rows)
        items.push(
          presentAttempt(
            row,
            await exerciseOf(tx, row, opening.kitDigest),
            files,
            call.now,
            "panel",
            redacted,
          ),
        )
      return { items }
    }),

  file: async (call) => {
    const file = await call.read(async (tx) => {
      const attempt = await selectAttempt(tx, call.params.attemptId)
      const { blind } = await applicationAccess(tx, call.account, attempt.applicationId)
      // A deck carries its author's name: while that is closed, so is the file.
      if (blind)
        throw new ProblemError("not_allowed", {
          detail:
            "Handed-in files may show who the candidate is, which is still closed to you. They open after the résumé screen.",
        })
      if (!isIn(attempt, call.now)) throw new ProblemError("not_found")
      return found((await selectFiles(tx, [attempt.id])).find((one) => one.id === call.params.fileId))
    })
    return {
      name: file.name,
      mediaType: "application/octet-stream",
      body: call.app.storage.read(file.storageKey),
    }
  },

  cite: async (call) => {
    const { artifact, selector, quote } = call.body
    return call.write(async (tx) => {
      const attempt = await selectAttempt(tx, call.params.attemptId)
      const access = await applicationAccess(tx, call.account, attempt.applicationId)
      const { application, blind } = access
      if (!isIn(attempt, call.now))
        throw new ProblemError("wrong_state", {
          detail: "This exercise is still going on. Cite from it once it is handed in.",
        })
      const read = blind ? (await redactor(tx, application))(attempt.text) : asWritten(attempt.text)
      const files = blind ? [] : await selectFiles(tx, [attempt.id])
      const take = await recordingNamed(tx, access, attempt, artifact, call.now)
      const digest =
        artifact === read.artifact
          ? read.digest
          : (take?.digest ?? files.find((file) => file.id === artifact)?.digest)
      if (digest === undefined)
        throw new ProblemError("invalid_request", {
          errors: [
            {
              path: "body.artifact",
              message: "This exercise holds nothing by that name. Choose its text or one of its files.",
            },
          ],
        })
      const part = parseSelector(selector)
      if (!part || (take && !timesOf(take, part)))
        throw new ProblemError("invalid_request", {
          errors: [{ path: "body.selector", message: "This isn’t a part that can be cited. Mark it again." }],
        })
      if (artifact === read.artifact && quoteOf(read.text, part) !== quote) {
        throw new ProblemError("invalid_request", {
          errors: [
            { path: "body.quote", message: "The quote isn’t what stands at that place. Mark it again." },
          ],
        })
      }
      const address = formatEvidence({ attempt: attempt.id, artifact, digest, selector: part })
      const row = {
        id: randomUUID(),
        applicationId: application.id,
        address,
        quote,
        citedBy: call.account.id,
        createdAt: call.now,
      }
      await tx.insert(evidence).values(row)
      // What was cited is sealed like the card it is for.
      await recordChange(tx, {
        record: "evidence",
        recordId: row.id,
        action: "cited",
        actor: call.actor,
        at: call.now,
        after: { address },
        sealed: true,
      })
      return { id: row.id, address, quote, citedBy: call.account.name, createdAt: call.now.toISOString() }
    })
  },
}

/** The handed-in recording if it goes by this name and may be met by now. */
async function recordingNamed(
  tx: Tx,
  access: ApplicationAccess,
  attempt: AttemptRow,
  artifact: string,
  now: Date,
): Promise<TakeRow | undefined> {
  const take = handedTake(attempt, await selectTakes(tx, attempt.id), now)
  if (!take || artifactOf(take) !== artifact) return undefined
  requireScreened(access)
  return take
}

async function exerciseOf(tx: Tx, row: AttemptRow, kitDigest: string) {
  return found(exerciseById(await pinnedKit(tx, row.kitDigest || kitDigest), row.exerciseId))
}
