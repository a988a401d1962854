import type { CardEvidence, Decision, EvidenceSource } from "@backfill/contract"
import { type Kit, parseEvidence } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import { exerciseFacts, loadHandIns } from "../attempts/look-up.ts"
import type { OpenCard, Said } from "./cards.store.ts"

/** Characters shown on either side of a quoted passage. */
const CONTEXT = 600

/** Evidence from exercises as one reader may see it. */
export interface ExerciseEvidence {
  /** Where a citation stands; null for other kinds, and for what isn't open to this reader. */
  sourceOf(cited: CardEvidence): EvidenceSource | null
  /** The citation with the quote that this reader may read. */
  readable<T extends CardEvidence>(cited: T): T
}

interface Reader {
  application: { id: string; candidateId: string }
  blind: boolean
}

/** Loads an application's hand-ins, to show in a debrief where what was cited from them stands. */
export async function loadExerciseEvidence(
  tx: Tx,
  { application, blind }: Reader,
  kit: Kit,
): Promise<ExerciseEvidence> {
  const handIns = await loadHandIns(tx, application, blind)
  return {
    sourceOf: ({ kind, ref }) => {
      const part = kind === "attempt" ? handIns.find(ref) : undefined
      if (!part) return null
      const { title, code } = exerciseFacts(kit, part.attempt)
      if (part.kind === "file") {
        const { id, name } = part.file
        return { kind: "file", title, attemptId: part.attempt.id, fileId: id, name }
      }
      if (part.kind === "recording") {
        const { recordingId, startMs, endMs } = part
        return { kind: "recording", title, attemptId: part.attempt.id, recordingId, startMs, endMs }
      }
      const { text, start, end } = part
      return {
        kind: "text",
        title,
        code,
        before: start > CONTEXT ? `…${text.slice(start - CONTEXT, start)}` : text.slice(0, start),
        after: end + CONTEXT < text.length ? `${text.slice(end, end + CONTEXT)}…` : text.slice(end),
      }
    },
    readable: (cited) => {
      const artifact = blind && cited.kind === "attempt" ? parseEvidence(cited.ref)?.artifact : undefined
      if (artifact === undefined || artifact === "text-redacted") return cited
      return {
        ...cited,
        quote:
          artifact === "text"
            ? handIns.redacted(cited.quote).text
            : artifact.startsWith("recording-")
              ? "A part of a recording, closed to you"
              : "A handed-in file, closed to you",
      }
    },
  }
}

const readableSaid = (said: Said, { readable }: ExerciseEvidence): Said => ({
  ...said,
  ratings: said.ratings.map((rating) => ({ ...rating, evidence: rating.evidence.map(readable) })),
})

/** A card with its quotes as the reader may read them. */
export const readableCard = (card: OpenCard, exercises: ExerciseEvidence): OpenCard => ({
  ...card,
  before: readableSaid(card.before, exercises),
  now: readableSaid(card.now, exercises),
})

/** A decision with the quotes of its reasons as the reader may read them. */
export const readableReasons = <T extends Decision>(decision: T, { readable }: ExerciseEvidence): T => ({
  ...decision,
  reasons: decision.reasons.map((reason) => ({ ...reason, evidence: reason.evidence.map(readable) })),
})
