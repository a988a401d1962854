import type { Application } from "@backfill/contract"
import type { Kit } from "@backfill/core"
import { and, asc, eq } from "drizzle-orm"
import type { ApplicationAccess } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { adjustments, candidates, files } from "../../platform/database/schema/hiring.ts"
import { found } from "../../platform/problem-error.ts"
import { selectTimeFactor } from "../interviews/interviews.store.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { selectNames, selectPlan, selectTeam } from "../openings/openings.store.ts"
import { answerInWords } from "../public-pages/form.policy.ts"
import { commandsFor, manages, recruits, storyReader } from "./applications.policy.ts"
import { type ApplicationRow, stateOf } from "./change-application.ts"
import { presentGates } from "./gates.ts"
import { selectRounds } from "./rounds.store.ts"
import { readStory } from "./story.ts"

/** An application as its reader may know it: the only way one leaves the server. */
export async function presentApplication(
  tx: Tx,
  access: ApplicationAccess,
  reader: { id: string },
  now: Date,
): Promise<Application> {
  const { application: row, opening, blind } = access
  const candidate = found((await tx.select().from(candidates).where(eq(candidates.id, row.candidateId)))[0])
  const plan = await selectPlan(tx, row.openingId, row.planVersion)
  const rounds = await selectRounds(tx, row.id)
  const team = await selectTeam(tx, row.openingId)
  const state = stateOf(row)
  const names = await selectNames(tx, [
    ...plan.stages.flatMap((stage) => stage.rounds.flatMap((round) => round.interviewers)),
    ...state.decisions.map((decision) => decision.by),
  ])
  const name = blind || row.status === "erased" ? row.alias : candidate.name
  const readsResume = rounds.some(
    (round) =>
      round.kind === "screen" && round.raters.some((rater) => rater.id === reader.id && !rater.submitted),
  )
  return {
    id: row.id,
    openingId: opening.id,
    openingTitle: opening.title,
    level: opening.level,
    name,
    blind,
    status: row.status as Application["status"],
    version: row.version,
    submittedAt: row.submittedAt.toISOString(),
    stageIndex: row.stageIndex,
    stages: plan.stages.map(({ title, kind }) => ({ title, kind })),
    contact:
      blind || !manages(access)
        ? null
        : { email: candidate.email, phone: candidate.phone, timeZone: candidate.timeZone },
    materials: blind ? null : await materialsOf(tx, row, await pinnedKit(tx, opening.kitDigest)),
    adjustments: await adjustmentsFor(tx, access),
    legalHold: manages(access) && row.legalHold,
    rule: manages(access) ? row.disqualifyingRule : null,
    humanLookNote: manages(access) ? row.humanLookNote : null,
    gates: presentGates({
      state,
      plan,
      rounds,
      now,
      factor: await selectTimeFactor(tx, row.id),
      nameOf: (id) => names.get(id) ?? "someone",
      managers: team.filter((member) => member.role === "hiring-manager"),
      onlyRater: readsResume ? reader.id : undefined,
    }).map((gate) => (manages(access) ? gate : withoutVerdict(gate))),
    story: await readStory(tx, row.id, plan, storyReader(access), name),
    can: commandsFor(access),
  }
}

/** Interviewers don't learn how earlier stages were decided before they have rated. */
const withoutVerdict = (gate: Application["gates"][number]): Application["gates"][number] => ({
  ...gate,
  decision: null,
})

async function materialsOf(tx: Tx, row: ApplicationRow, kit: Kit): Promise<Application["materials"]> {
  const stored = await tx
    .select()
    .from(files)
    .where(and(eq(files.applicationId, row.id), eq(files.kind, "resume")))
    .orderBy(asc(files.createdAt))
  const answers = kit.form.fields.flatMap((field) =>
    field.id in row.answers
      ? [{ label: field.label, answer: answerInWords(field, row.answers[field.id]) }]
      : [],
  )
  return {
    resumeText: row.resumeText,
    coverLetter: row.coverLetter,
    answers,
    files: stored.map(({ id, name, bytes }) => ({ id, name, bytes })),
  }
}

/** Recruiters read the wish and its reason. Everybody else sees what was granted, which is what they have to keep to. */
async function adjustmentsFor(tx: Tx, access: ApplicationAccess): Promise<Application["adjustments"]> {
  const [row] = await tx
    .select()
    .from(adjustments)
    .where(eq(adjustments.applicationId, access.application.id))
  const none = { state: "none" as const, kinds: [], note: null, timeFactor: 1, granted: [], answer: "" }
  if (!row) return none
  if (recruits(access))
    return {
      state: row.state,
      kinds: row.kinds,
      note: row.note,
      timeFactor: row.timeFactor,
      granted: row.granted,
      answer: row.answer,
    }
  return row.state === "granted"
    ? { ...none, state: "granted", timeFactor: row.timeFactor, granted: row.granted }
    : none
}
