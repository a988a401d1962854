import { isDeepStrictEqual } from "node:util"
import type { Scorecard } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { signal } from "../../platform/events.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import {
  cardIdOf,
  commandApplication,
  type Doer,
  lockApplication,
  stateOf,
} from "../applications/change-application.ts"
import type { InterviewAccess } from "../interviews/interviews.policy.ts"
import { itemsOf } from "../interviews/items.ts"
import { readableResume } from "../screening/redacted.ts"
import { checkCard } from "./check-card.ts"
import { presentScorecard } from "./scorecards.present.ts"
import {
  type Card,
  type Content,
  debriefOpenedAt,
  keepOriginal,
  putCard,
  selectAmendments,
  selectCard,
} from "./scorecards.store.ts"
import { loadSources } from "./sources.ts"

/** The rater's own card as they see it. */
export async function ownCard(
  tx: Tx,
  access: InterviewAccess,
  rater: { id: string; name: string },
): Promise<Scorecard> {
  const { id } = access.interview
  return presentScorecard(
    id,
    { id: rater.id, name: rater.name },
    await selectCard(tx, id, rater.id),
    await selectAmendments(tx, id, rater.id),
  )
}

const contentOf = ({ ratings, recommendation, reason }: Content): Content => ({
  ratings,
  recommendation,
  reason,
})
const sameContent = (card: Content, content: Content): boolean =>
  isDeepStrictEqual(contentOf(card), contentOf(content))

/** Writes the card, its audit entry (sealed: the payload says what was judged) and the author's own signal. */
async function write(
  tx: Tx,
  access: InterviewAccess,
  doer: Doer,
  version: number,
  content: Content & { submittedAt?: Date },
  action: string,
  before: Card | undefined,
): Promise<Card> {
  const { id } = access.interview
  const card = await putCard(tx, id, doer.actor, version, content)
  if (!card) throw new ProblemError("stale_version")
  const after = contentOf(card)
  await recordChange(tx, {
    record: "scorecard",
    recordId: cardIdOf(id, doer.actor),
    action,
    actor: doer.actor,
    at: doer.at,
    before: before && contentOf(before),
    after,
    sealed: true,
  })
  await signal(tx, { kind: "changed", topic: "mine", id: doer.actor })
  return card
}

const SUBMITTED =
  "This card is submitted already, with other content. It is safe as it was; amend it to change something, and both are kept."

/** Saves a draft, finished or not. A draft that was saved already under this version is left as it is. */
export async function saveDraft(
  tx: Tx,
  access: InterviewAccess,
  doer: Doer,
  content: Content,
  version: number,
): Promise<void> {
  const before = await selectCard(tx, access.interview.id, doer.actor)
  if (before?.submittedAt) throw new ProblemError("wrong_state", { detail: SUBMITTED })
  if (before && before.version === version + 1 && sameContent(before, content)) return
  if ((before?.version ?? 0) !== version) throw new ProblemError("stale_version")
  await write(tx, access, doer, version, contentOf(content), "draft saved", before)
}

/** The content with its evidence as the sources have it, or what is wrong with it. */
async function checked(tx: Tx, access: InterviewAccess, raterId: string, content: Content): Promise<Content> {
  const items = await itemsOf(tx, access)
  const resume = await readableResume(tx, access.application, access.interview.kind)
  const sources = await loadSources(
    tx,
    {
      interviewId: access.interview.id,
      raterId,
      application: access.application,
      // What is read for a screen is cited without the name also by those who know it.
      blind: access.blind || access.interview.kind === "screen",
    },
    items,
    resume,
  )
  const { ratings, missing, faults } = checkCard(content, items, sources)
  if (faults.length > 0)
    throw new ProblemError("invalid_request", {
      detail: "This card can’t be submitted yet. What is missing is marked; your draft is kept.",
      errors: [...faults, ...missing],
    })
  if (missing.length > 0) throw new ProblemError("evidence_missing", { errors: missing })
  return { ...content, ratings }
}

/**
 * Submits the card: from now on it only changes by an amendment. Submitting the same again changes nothing. Once the
 * debrief is open no further card comes in, since its author may have read the others.
 */
export async function submitCard(
  tx: Tx,
  access: InterviewAccess,
  doer: Doer,
  content: Content,
  version: number,
): Promise<void> {
  const application = await lockApplication(tx, access.application.id)
  const before = await selectCard(tx, access.interview.id, doer.actor)
  const final = await checked(tx, access, doer.actor, content)
  if (before?.submittedAt) {
    if (sameContent(before, final)) return
    throw new ProblemError("wrong_state", { detail: SUBMITTED })
  }
  if ((before?.version ?? 0) !== version) throw new ProblemError("stale_version")
  if (access.interview.state === "cancelled")
    throw new ProblemError("wrong_state", {
      detail: "This interview was cancelled, so no card is expected. Your draft is kept.",
    })
  const { place, gates } = stateOf(application)
  if (await debriefOpenedAt(tx, application.id, access.interview.stageIndex)) {
    throw new ProblemError("wrong_state", {
      detail:
        "The debrief of this stage is open, so no further card comes in: it would no longer be independent. Your draft is kept; tell the panel in the debrief.",
    })
  }
  if (!("stage" in place) || place.stage !== access.interview.stageIndex) {
    throw new ProblemError("wrong_state", {
      detail:
        "The application isn’t in this interview’s stage, so its cards aren’t collected. Your draft is kept.",
    })
  }
  await write(tx, access, doer, version, { ...contentOf(final), submittedAt: doer.at }, "submitted", before)
  const cardId = cardIdOf(access.interview.id, doer.actor)
  const expected = gates[place.stage]?.expected.includes(cardId)
    ? application
    : await commandApplication(tx, application, doer, { type: "expect-card", cardId })
  await commandApplication(tx, expected, doer, { type: "submit-card", cardId })
}

/** Amends a submitted card; what it said before is kept, with whether the debrief had been opened. */
export async function amendCard(
  tx: Tx,
  access: InterviewAccess,
  doer: Doer,
  amendment: Content & { why: string; version: number },
): Promise<void> {
  const application = await lockApplication(tx, access.application.id)
  const before = await selectCard(tx, access.interview.id, doer.actor)
  if (!before?.submittedAt)
    throw new ProblemError("wrong_state", {
      detail: "This card is still a draft. Submit it; there is nothing to amend yet.",
    })
  const final = contentOf(await checked(tx, access, doer.actor, amendment))
  if (before.version === amendment.version + 1 && sameContent(before, final)) return
  if (before.version !== amendment.version) throw new ProblemError("stale_version")
  const openedAt = await debriefOpenedAt(tx, application.id, access.interview.stageIndex)
  await keepOriginal(tx, before, {
    at: doer.at,
    why: amendment.why,
    phase: openedAt ? "after-debrief" : "before-debrief",
  })
  await write(tx, access, doer, amendment.version, final, "amended", before)
  if (openedAt)
    await signal(tx, {
      kind: "changed",
      topic: "debrief",
      id: application.id,
      openingId: application.openingId,
      applicationId: application.id,
    })
}
