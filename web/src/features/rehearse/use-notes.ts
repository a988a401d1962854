import {
  type AsideHint,
  MAX_SPOKEN_ASIDE,
  type Rehearsal,
  type RehearsalMark,
  type SpokenPart,
} from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useAccount } from "../../app/index.ts"
import { client } from "../../app/client.ts"
import { keptPlace } from "../../app/kept-place.ts"
import { useKeptDraft } from "../../app/use-kept-draft.ts"
import { rehearsalQuery, rehearsalsQuery } from "./queries.ts"
import { tellPart, withoutPart } from "./spoken-parts.ts"

/** What is noted on a rehearsal, without its recording. */
export type Notes = Pick<Rehearsal, "speech" | "marks" | "parts" | "transcript" | "dismissed">

const notesOf = ({ speech, marks, parts, transcript, dismissed }: Notes): Notes => ({
  speech,
  marks,
  parts,
  transcript,
  dismissed,
})
const byHand = ({ marks, parts, transcript, dismissed }: Notes) =>
  JSON.stringify({ marks, parts, transcript, dismissed })

/**
 * The notes on a rehearsal, saved at once and kept here while the server is away. Marks and parts can be undone. Where two
 * windows listened at the same time, their findings are alike and nobody is asked.
 */
export function useNotes(rehearsal: Rehearsal) {
  const account = useAccount()
  const queryClient = useQueryClient()
  const { id: recordingId } = rehearsal.recording
  const params = { recordingId }
  const [past, setPast] = useState<Pick<Notes, "marks" | "parts">[]>([])
  const own = useKeptDraft<Notes, Rehearsal>({
    place: keptPlace(account.id, "rehearsal", recordingId),
    saved: notesOf(rehearsal),
    version: rehearsal.version,
    send: (notes, version) => client.rehearsals.note({ params, body: { ...notes, version } }),
    read: () => client.rehearsals.read({ params }),
    onSaved: (saved) => {
      queryClient.setQueryData(rehearsalQuery(recordingId).queryKey, saved)
      queryClient.setQueryData(rehearsalsQuery.queryKey, (all) =>
        all?.map((one) => (one.recording.id === recordingId ? saved : one)),
      )
    },
    settle: (mine, theirs) =>
      byHand(mine) === byHand(theirs) || byHand(mine) === byHand(notesOf(rehearsal))
        ? notesOf(theirs)
        : undefined,
  })
  const { change } = own
  const noted = (next: (now: Notes) => Pick<Notes, "marks" | "parts">) => {
    const { marks, parts } = own.draft
    setPast((all) => [...all, { marks, parts }])
    change((now) => ({ ...now, ...next(now) }))
  }
  return {
    ...own,
    notes: own.draft,
    mark: (kind: RehearsalMark["kind"], atMs: number) =>
      noted(({ marks, parts }) => ({
        marks: [...marks, { atMs: Math.round(atMs), kind }].toSorted((a, b) => a.atMs - b.atMs),
        parts,
      })),
    unmark: (mark: RehearsalMark) =>
      noted(({ marks, parts }) => ({ marks: marks.filter((one) => one !== mark), parts })),
    tell: (part: SpokenPart["part"], atMs: number, endMs: number) =>
      noted(({ marks, parts }) => ({ marks, parts: tellPart(parts, atMs, part, endMs) })),
    /** Asks no more, for this recording, what is set aside; the oldest go where there are more than can be kept. */
    setAside: (hint: AsideHint) =>
      change((now) => ({ ...now, dismissed: [...now.dismissed, hint].slice(-MAX_SPOKEN_ASIDE) })),
    askAgain: (finding: string, quote: string) =>
      change((now) => ({
        ...now,
        dismissed: now.dismissed.filter((one) => one.finding !== finding || one.quote !== quote),
      })),
    untell: (atMs: number) => noted(({ marks, parts }) => ({ marks, parts: withoutPart(parts, atMs) })),
    undo: () => {
      const last = past.at(-1)
      if (!last) return false
      setPast((all) => all.slice(0, -1))
      change((now) => ({ ...now, ...last }))
      return undefined
    },
    undoable: past.length > 0,
  }
}

export type NotesInHand = ReturnType<typeof useNotes>
