import type { Rehearsal } from "@backfill/contract"
import { queryOptions } from "@tanstack/react-query"
import { practiceMedia } from "../recordings/index.ts"
import { type Heard, listen } from "./speech/index.ts"

let line: Promise<unknown> = Promise.resolve()

/** One recording after the other: each is decoded whole, and several at once would fill a phone’s memory. */
function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const turn = line.then(work, work)
  line = turn.catch(() => undefined)
  return turn
}

/** Whether a recording can be listened to: all of it is there, and the server has put it in order. */
export const isPlayable = ({ recording }: Pick<Rehearsal, "recording">): boolean =>
  recording.state === "ready" || recording.state === "as-it-came"

/** How much of a recording was listened to, 0 to 1, while it is. */
export const progressQuery = (recordingId: string) =>
  queryOptions({
    queryKey: ["rehearse", "listening", recordingId],
    queryFn: (): number => 0,
    enabled: false,
    initialData: 0,
  })

/** What this device hears in a recording; nothing of it is sent but what its owner’s notes keep. Stays until the window closes. */
export const heardQuery = (recordingId: string) =>
  queryOptions({
    queryKey: ["rehearse", "heard", recordingId],
    queryFn: ({ signal, client }) =>
      inTurn(() =>
        listen(practiceMedia(recordingId), {
          signal,
          onProgress: (share) => client.setQueryData(progressQuery(recordingId).queryKey, share),
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** What was heard, with the stretches as they are kept: those were found once, and marks were made by them. */
export const asKept = (heard: Heard, rehearsal: Pick<Rehearsal, "speech">): Heard =>
  rehearsal.speech ? { ...heard, ...rehearsal.speech } : heard
