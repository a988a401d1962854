import { randomUUID } from "node:crypto"
import type { Rating, Scorecard } from "@backfill/contract"
import { and, asc, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { amendments, debriefs, scorecards } from "../../platform/database/schema/hiring.ts"

type CardRow = typeof scorecards.$inferSelect
/** A card with its ratings as the contract reads them. */
export interface Card extends Omit<CardRow, "ratings" | "recommendation"> {
  ratings: Rating[]
  recommendation: Scorecard["recommendation"]
}
export type AmendmentRow = typeof amendments.$inferSelect
export type Content = Pick<Card, "ratings" | "recommendation" | "reason">

export const cardOf = (row: CardRow): Card => ({
  ...row,
  ratings: row.ratings as Rating[],
  recommendation: row.recommendation as Card["recommendation"],
})

const theirs = (interviewId: string, raterId: string) =>
  and(eq(scorecards.interviewId, interviewId), eq(scorecards.raterId, raterId))

export async function selectCard(tx: Tx, interviewId: string, raterId: string): Promise<Card | undefined> {
  const [row] = await tx.select().from(scorecards).where(theirs(interviewId, raterId))
  return row && cardOf(row)
}

/** The card's own amendments, oldest first. */
export const selectAmendments = (tx: Tx, interviewId: string, raterId: string): Promise<AmendmentRow[]> =>
  tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.interviewId, interviewId), eq(amendments.raterId, raterId)))
    .orderBy(asc(amendments.at), asc(amendments.id))

/** Whether the stage's debrief is open, and cards therefore are no longer sealed. */
export async function debriefOpenedAt(
  tx: Tx,
  applicationId: string,
  stageIndex: number,
): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: debriefs.openedAt })
    .from(debriefs)
    .where(and(eq(debriefs.applicationId, applicationId), eq(debriefs.stageIndex, stageIndex)))
  return row?.at
}

/** Writes a card over the version its author has read (0: none yet); undefined when it has moved on. */
export async function putCard(
  tx: Tx,
  interviewId: string,
  raterId: string,
  version: number,
  content: Content & { submittedAt?: Date },
): Promise<Card | undefined> {
  const [row] =
    version === 0
      ? await tx
          .insert(scorecards)
          .values({ interviewId, raterId, ...content })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(scorecards)
          .set({ ...content, version: version + 1 })
          .where(and(theirs(interviewId, raterId), eq(scorecards.version, version)))
          .returning()
  return row && cardOf(row)
}

/** Keeps what the card said before it is amended. */
export async function keepOriginal(
  tx: Tx,
  card: Card,
  amendment: { at: Date; why: string; phase: AmendmentRow["phase"] },
): Promise<void> {
  await tx.insert(amendments).values({
    id: randomUUID(),
    interviewId: card.interviewId,
    raterId: card.raterId,
    ...amendment,
    ratingsBefore: card.ratings,
    recommendationBefore: card.recommendation,
    reasonBefore: card.reason,
  })
}
