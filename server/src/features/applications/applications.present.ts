import type { Application, Materials } from "@backfill/contract"
import type { Kit } from "@backfill/core"
import type { ApplicationAccess } from "../../platform/access.ts"
import { grantedFactor } from "../interviews/interviews.store.ts"
import { answerInWords } from "../public-pages/form.policy.ts"
import { commandsFor, manages, recruits } from "./applications.policy.ts"
import type { ApplicationPage } from "./applications.store.ts"
import { type ApplicationRow, stateOf } from "./change-application.ts"
import { presentGates } from "./gates.ts"

/** What a reader calls the candidate: by an alias while they judge blind, and once nothing is left of them. */
export const nameFor = ({ application, blind }: ApplicationAccess, name: string): string =>
  blind || application.status === "erased" ? application.alias : name

/** An application as its reader may know it: the only way one leaves the server. */
export function presentApplication(
  page: ApplicationPage,
  access: ApplicationAccess,
  { now, reader }: { now: Date; reader: string },
): Application {
  const { application: row, opening, plan, blind } = access
  const { candidate, rounds, team, names } = page
  const state = stateOf(row)
  const readsResume = rounds.some(
    (round) =>
      round.kind === "screen" && round.raters.some((rater) => rater.id === reader && !rater.submitted),
  )
  return {
    id: row.id,
    openingId: opening.id,
    openingTitle: opening.title,
    level: opening.level,
    name: nameFor(access, candidate.name),
    blind,
    status: row.status as Application["status"],
    version: row.version,
    submittedAt: row.submittedAt.toISOString(),
    stageIndex: row.stageIndex,
    stages: plan.stages.map(({ title, kind }) => ({ title, kind })),
    contact:
      blind || !manages(access)
        ? null
        : { email: page.email, phone: candidate.phone, timeZone: candidate.timeZone },
    adjustments: adjustmentsFor(page.adjustments, access),
    legalHold: manages(access) && row.legalHold,
    rule: manages(access) ? row.disqualifyingRule : null,
    humanLookNote: manages(access) ? row.humanLookNote : null,
    gates: presentGates({
      state,
      plan,
      rounds,
      now,
      factor: grantedFactor(page.adjustments),
      nameOf: (id) => names.get(id) ?? "someone",
      managers: team.filter((member) => member.role === "hiring-manager"),
      onlyRater: readsResume ? reader : undefined,
    }).map((gate) => (manages(access) ? gate : withoutVerdict(gate))),
    can: commandsFor(access),
  }
}

/** Interviewers don't learn how earlier stages were decided before they have rated. */
const withoutVerdict = (gate: Application["gates"][number]): Application["gates"][number] => ({
  ...gate,
  decision: null,
})

/** What was handed in, its answers beside the kit's questions. */
export const presentMaterials = (
  { resumeText, coverLetter, answers }: Pick<ApplicationRow, "resumeText" | "coverLetter" | "answers">,
  files: Materials["files"],
  kit: Kit,
): Materials => ({
  resumeText,
  coverLetter,
  answers: kit.form.fields.flatMap((field) =>
    field.id in answers ? [{ label: field.label, answer: answerInWords(field, answers[field.id]) }] : [],
  ),
  files,
})

/** Recruiters read the wish and its reason. Everybody else sees what was granted, which is what they have to keep to. */
function adjustmentsFor(
  row: ApplicationPage["adjustments"],
  access: ApplicationAccess,
): Application["adjustments"] {
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
