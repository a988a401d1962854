import type { NoteEntry, Rating, Scorecard } from "@backfill/contract"
import { and, asc, eq, isNotNull, lte, ne } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { interviews, scorecards } from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { type InterviewRow, selectEvents, selectNotes } from "../interviews/interviews.store.ts"
import { itemsOf } from "../interviews/items.ts"
import { frozenAt } from "../interviews/merge-notes.ts"
import type { RoundItem } from "../interviews/round-items.ts"
import { type AmendmentRow, cardOf, selectAmendments } from "../scorecards/scorecards.store.ts"
import type { DebriefAccess } from "./debriefs.policy.ts"

/** What a card says at one moment. */
export interface Said {
  ratings: Rating[]
  recommendation: Scorecard["recommendation"]
  reason: string
}

/** A submitted card with all that a debrief shows of it. */
export interface OpenCard {
  interview: InterviewRow
  rater: { id: string; name: string }
  items: RoundItem[]
  /** As the debrief opened, and as it stands now. */
  before: Said
  now: Said
  /** As they stood when the card was submitted, then what arrived later, each of those with a word that says so. */
  notes: NoteEntry[]
  /** Seconds into the round of what evidence may point at: note ids, and ticks as `itemId:+3`. */
  stamps: Map<string, number>
}

/** The submitted cards of an open stage; at the offer those of every stage before it, all of which have been opened. */
export async function selectOpenCards(tx: Tx, access: DebriefAccess, kind: string): Promise<OpenCard[]> {
  const { application, stageIndex } = access
  const rows = await tx
    .select({ card: scorecards, interview: interviews, name: accounts.name })
    .from(scorecards)
    .innerJoin(interviews, eq(interviews.id, scorecards.interviewId))
    .innerJoin(accounts, eq(accounts.id, scorecards.raterId))
    .where(
      and(
        eq(interviews.applicationId, application.id),
        ne(interviews.state, "cancelled"),
        isNotNull(scorecards.submittedAt),
        kind === "offer" ? lte(interviews.stageIndex, stageIndex) : eq(interviews.stageIndex, stageIndex),
      ),
    )
    .orderBy(
      asc(interviews.stageIndex),
      asc(interviews.startsAt),
      asc(interviews.createdAt),
      asc(accounts.name),
    )
  const cards: OpenCard[] = []
  for (const { card: row, interview, name } of rows) {
    const card = cardOf(row)
    const notes = await selectNotes(tx, interview.id, card.raterId)
    const { frozen, late } = frozenAt(notes, card.submittedAt ?? access.openedAt)
    cards.push({
      interview,
      rater: { id: card.raterId, name },
      items: await itemsOf(tx, { ...access, interview }),
      before: saidAtOpening(card, await selectAmendments(tx, interview.id, card.raterId)),
      now: { ratings: card.ratings, recommendation: card.recommendation, reason: card.reason },
      notes: [...frozen, ...late.map(markLate)],
      stamps: stampsOf([...frozen, ...late], await selectEvents(tx, interview.id, card.raterId)),
    })
  }
  return cards
}

/** A card as it was when the debrief opened: before the first amendment made since. */
export function saidAtOpening(card: Said, amendments: readonly AmendmentRow[]): Said {
  const first = amendments.find((amendment) => amendment.phase === "after-debrief")
  if (!first) return { ratings: card.ratings, recommendation: card.recommendation, reason: card.reason }
  return {
    ratings: first.ratingsBefore as Rating[],
    recommendation: first.recommendationBefore as Said["recommendation"],
    reason: first.reasonBefore,
  }
}

const markLate = (note: NoteEntry): NoteEntry => ({
  ...note,
  text: `[arrived after the card was submitted] ${note.text}`,
})

function stampsOf(
  notes: readonly NoteEntry[],
  events: Awaited<ReturnType<typeof selectEvents>>,
): Map<string, number> {
  const stamps = new Map(notes.map((note) => [note.id, note.atSeconds]))
  for (const { kind, itemId, index, atSeconds } of events) {
    if (kind === "tick" && itemId !== null && index !== null)
      stamps.set(`${itemId}:${index < 0 ? "-" : "+"}${Math.abs(index)}`, atSeconds)
  }
  return stamps
}
