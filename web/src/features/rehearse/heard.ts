import type { Rehearsal } from "@backfill/contract"
import { queryOptions } from "@tanstack/react-query"
import { practiceMedia } from "../recordings/index.ts"
import { type HeardPlace, keepHeard, readHeard } from "./heard-store.ts"
import { type Heard, HEARING, listen } from "./speech/index.ts"

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

/** Where what is heard in a recording stands among what this window knows. */
export const heardKey = (recordingId: string) => ["rehearse", "heard", recordingId] as const

/** How much of a recording was listened to, 0 to 1, while it is. */
export const progressQuery = (recordingId: string) =>
  queryOptions({
    queryKey: ["rehearse", "listening", recordingId],
    queryFn: (): number => 0,
    enabled: false,
    initialData: 0,
  })

/** A recording to listen to, and whose it is on this device. */
export type Sound = { owner: string; recording: Pick<Rehearsal["recording"], "id" | "digest"> }

const placeOf = ({ owner, recording }: Sound): HeardPlace => ({
  owner,
  recordingId: recording.id,
  fits: `${HEARING} ${recording.digest}`,
})
const bytesOf = ({ peaks, onsets, stretches }: Heard) =>
  peaks.byteLength + onsets.length * 8 + stretches.length * 16

/**
 * What this device hears in a recording, or heard in it before; nothing of it is sent but what its owner’s notes keep. A
 * listening that is called off, as by leaving the page, keeps nothing.
 */
export const heardQuery = (sound: Sound) =>
  queryOptions({
    queryKey: heardKey(sound.recording.id),
    queryFn: async ({ signal, client }) => {
      const before = await readHeard<Heard>(placeOf(sound), Date.now())
      if (before) return before
      const heard = await inTurn(() =>
        listen(practiceMedia(sound.recording.id), {
          signal,
          onProgress: (share) => client.setQueryData(progressQuery(sound.recording.id).queryKey, share),
        }),
      )
      signal.throwIfAborted()
      await keepHeard(placeOf(sound), heard, { bytes: bytesOf(heard), now: Date.now() })
      return heard
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** What was heard, with the stretches as they are kept: those were found once, and marks were made by them. */
export const asKept = (heard: Heard, rehearsal: Pick<Rehearsal, "speech">): Heard =>
  rehearsal.speech ? { ...heard, ...rehearsal.speech } : heard

/** What the notes alone tell of the sound, before or without listening: where somebody speaks, but no waveform and no pace. */
export const fromNotes = ({ speech }: Pick<Rehearsal, "speech">, durationMs: number): Heard | undefined =>
  speech ? { ...speech, durationMs, peaks: new Float32Array(), onsets: [], noisy: false } : undefined
