import { randomUUID } from "node:crypto"
import { type api, citableCriteria, type Debrief, type Decision } from "@backfill/contract"
import { type OfferOutcome, owedEvidence, type StageOutcome } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import { requireRelation } from "../../platform/access.ts"
import { recordChange } from "../../platform/audit.ts"
import { signal } from "../../platform/events.ts"
import type { CallOf } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import {
  changeApplication,
  checkVersion,
  type Command,
  commandApplication,
  lockApplication,
  stateOf,
} from "../applications/change-application.ts"
import { startScreen } from "../applications/start-screen.ts"
import type { OpenCard } from "./cards.store.ts"
import { type DebriefAccess, debriefAccess } from "./debriefs.policy.ts"
import { presentDebrief, titleOf } from "./debriefs.present.ts"
import { insertDecision, presentDecision, selectDecision } from "./decisions.store.ts"
import { loadDebrief } from "./read.ts"
import { takeSnapshot } from "./snapshot.ts"

type Evidence = Decision["reasons"][number]["evidence"][number]

/** What a decision may cite: every note that the debrief shows and all evidence that a card cites, with its words. */
export function citable(cards: readonly OpenCard[]): (cited: Evidence) => Evidence | undefined {
  const known = new Map<string, string>()
  for (const card of cards) {
    for (const { evidence } of [...card.before.ratings, ...card.now.ratings])
      for (const { kind, ref, quote } of evidence) known.set(`${kind} ${ref}`, quote)
    // What was frozen comes first and stays: a wording that arrived later isn't what the card was judged on.
    for (const note of card.notes) if (!known.has(`note ${note.id}`)) known.set(`note ${note.id}`, note.text)
  }
  return ({ kind, ref }) => {
    const quote = known.get(`${kind} ${ref}`)
    return quote === undefined ? undefined : { kind, ref, quote: quote.slice(0, 4000) }
  }
}

/**
 * Records a decision with the debrief as it stood. Whether it may be made now is the stage machine's rule. `isNews` tells
 * whether the outcome is another than the one it replaces, if it replaces one.
 */
export async function decide(
  tx: Tx,
  call: CallOf<typeof api.debriefs.decide>,
): Promise<{ decision: Decision; isNews: boolean }> {
  const { applicationId, stageIndex } = call.params
  const { choice, summary, reasons, supersedes, version } = call.body
  const doer = { actor: call.actor, at: call.now }
  const application = await lockApplication(tx, applicationId)
  const access = await debriefAccess(tx, call.account, applicationId, stageIndex)
  requireRelation(access, "owner", "recruiter", "hiring-manager")
  checkVersion(application, version)
  const parts = await loadDebrief(tx, access)
  const debrief = presentDebrief(parts)
  const checked = checkReasons(reasons, parts.cards, debrief.rows, (id) => titleOf(parts.kit, id))
  const replaced = await checkPlace(tx, access, choice, supersedes, parts.stage.kind)

  const { withoutScorecards } = debrief
  const told =
    withoutScorecards === null
      ? application
      : await changeApplication(tx, application, {
          ...doer,
          action: "decided without scorecards",
          story: [{ kind: "decided-unrated", data: { because: withoutScorecards } }],
        })
  const id = randomUUID()
  const snapshot = await takeSnapshot(tx, parts, application.planVersion)
  const given = {
    decisionId: id,
    reasons: checked.map((reason) => ({ criterion: reason.competencyId, text: reason.reason })),
    supersedes,
  }
  const command: Command =
    parts.stage.kind === "offer"
      ? { type: "decide-offer", outcome: choice as OfferOutcome, ...given }
      : { type: "decide", outcome: choice as StageOutcome, ...given }
  await startScreen(tx, await commandApplication(tx, told, doer, command), parts.plan, doer)
  await insertDecision(tx, {
    id,
    applicationId,
    stageIndex,
    choice,
    summary,
    reasons: checked,
    snapshot,
    decidedBy: call.account.id,
    at: doer.at,
    supersedes,
  })
  await recordChange(tx, {
    record: "decision",
    recordId: id,
    action: choice,
    ...doer,
    after: { applicationId, stageIndex, choice, summary, reasons: checked, supersedes },
  })
  await signal(tx, {
    kind: "changed",
    topic: "debrief",
    id: applicationId,
    openingId: application.openingId,
    applicationId,
  })
  return { decision: presentDecision(found(await selectDecision(tx, id))), isNews: replaced !== choice }
}

function checkReasons(
  reasons: Omit<Decision["reasons"][number], "title">[],
  cards: readonly OpenCard[],
  rows: Debrief["rows"],
  title: (id: string) => string,
): Decision["reasons"] {
  const cite = citable(cards)
  const errors: { path: string; message: string }[] = []
  const checked = reasons.map(({ competencyId, reason, evidence }, index) => {
    if (!rows.some((row) => row.competencyId === competencyId))
      errors.push({
        path: `body.reasons.${index}.competencyId`,
        message: "This criterion isn’t part of the debrief. Choose one of its rows.",
      })
    const there = evidence.flatMap((cited, place) => {
      const known = cite(cited)
      if (!known)
        errors.push({
          path: `body.reasons.${index}.evidence.${place}`,
          message: "This isn’t among the evidence that the debrief shows. Pick a note or a citation from it.",
        })
      return known ?? []
    })
    return { competencyId, title: title(competencyId), reason, evidence: there }
  })
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors })
  const owed = owedEvidence(
    checked.map(({ competencyId, evidence }) => ({ competencyId, cited: evidence.length })),
    citableCriteria(rows),
  )
  if (owed.length > 0)
    throw new ProblemError("evidence_missing", {
      detail: "A reason needs evidence wherever the debrief has any. Nothing was recorded.",
      errors: owed.map((index) => ({
        path: `body.reasons.${index}.evidence`,
        message: "Pick at least one note or citation that this reason rests on.",
      })),
    })
  return checked
}

/** A decision is made at the stage it is addressed to, with a choice that this kind of stage has. Answers the choice it replaces. */
async function checkPlace(
  tx: Tx,
  access: DebriefAccess,
  choice: string,
  supersedes: string | null,
  kind: string,
): Promise<string | undefined> {
  const forOffer = choice === "offer" || choice === "no-offer"
  if (forOffer !== (kind === "offer")) {
    const message = forOffer
      ? "An offer is decided at the last stage. Choose advance, stop or hold here."
      : "Here the offer is decided. Choose offer or no offer."
    throw new ProblemError("invalid_request", { errors: [{ path: "body.choice", message }] })
  }
  if (supersedes) {
    const old = await selectDecision(tx, supersedes)
    if (
      old?.decision.applicationId !== access.application.id ||
      old.decision.stageIndex !== access.stageIndex
    ) {
      throw new ProblemError("invalid_request", {
        errors: [
          {
            path: "body.supersedes",
            message: "That decision isn’t one of this stage. Reload to see those that are.",
          },
        ],
      })
    }
    return old.decision.choice
  }
  const { place } = stateOf(access.application)
  if ("stage" in place && place.stage !== access.stageIndex)
    throw new ProblemError("wrong_state", {
      detail: "The application isn’t in this stage. Reload to see where it stands.",
    })
  return undefined
}
