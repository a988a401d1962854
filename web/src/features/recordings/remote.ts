import { api, type PracticeRecording, type Recording, type Take } from "@backfill/contract"
import { client } from "../../app/client.ts"
import { checksumOf } from "./checksum.ts"

/** What an upload has to know of a recording on the server. */
export type RemoteTake = Pick<Recording, "id" | "state" | "offset">
export type Part = {
  offset: number
  bytes: Uint8Array<ArrayBuffer>
  /** How many bytes the whole has, once that is known. */
  whole: number | undefined
}

export type NewTake = {
  kind: Recording["kind"]
  key: string
  whole: number | undefined
  about?: string | undefined
}

/** The server's side of recordings of one kind, for a candidate's prompt or for practice. */
export type Remote = {
  create: (take: NewTake) => Promise<RemoteTake>
  read: (id: string) => Promise<RemoteTake>
  append: (id: string, part: Part) => Promise<unknown>
  remove: (id: string) => Promise<unknown>
}

const READ_MS = 20_000
/** As long as the server waits for a request; a smaller part is sent after it. */
const SEND_MS = 60_000

const lengthHeaders = (whole: number | undefined): Record<string, string> =>
  whole === undefined ? { "upload-defer-length": "1" } : { "upload-length": String(whole) }

async function partHeaders({ offset, bytes, whole }: Part): Promise<Record<string, string>> {
  return {
    "upload-offset": String(offset),
    "upload-checksum": await checksumOf(bytes),
    ...(whole === undefined ? {} : { "upload-length": String(whole) }),
  }
}

/** The takes of a candidate's attempt, by tus. */
export function candidateRemote(attemptId: string): Remote {
  const { recordings } = client
  return {
    create: ({ kind, key, whole }): Promise<Take> =>
      recordings.create({
        params: { attemptId },
        query: { kind },
        key,
        headers: lengthHeaders(whole),
        signal: AbortSignal.timeout(READ_MS),
      }),
    read: (recordingId) => recordings.read({ params: { recordingId }, signal: AbortSignal.timeout(READ_MS) }),
    append: async (recordingId, part) =>
      recordings.append({
        params: { recordingId },
        upload: part.bytes,
        headers: await partHeaders(part),
        signal: AbortSignal.timeout(SEND_MS),
      }),
    remove: (recordingId) => recordings.remove({ params: { recordingId } }),
  }
}

/** What a rehearsal is for: a story, a question, both or neither. */
export type RehearsalAbout = {
  storyId?: string | undefined
  kitId?: string | undefined
  itemId?: string | undefined
}

/** How a kept take remembers what it is for. The same things give the same words. */
export const aboutWords = ({ storyId, kitId, itemId }: RehearsalAbout): string =>
  JSON.stringify({ storyId, kitId, itemId })

/**
 * Recordings of an account's own practice, by tus; each take says itself what it is about. Where somebody else is signed in
 * at this browser by then, nothing begins: it waits for its owner.
 */
export function practiceRemote(accountId: string): Remote {
  const { practiceRecordings } = client
  return {
    create: ({ kind, key, whole, about }): Promise<PracticeRecording> =>
      practiceRecordings.create({
        query: { kind, accountId, ...(about === undefined ? {} : (JSON.parse(about) as RehearsalAbout)) },
        key,
        headers: lengthHeaders(whole),
        signal: AbortSignal.timeout(READ_MS),
      }),
    read: (recordingId) =>
      practiceRecordings.read({ params: { recordingId }, signal: AbortSignal.timeout(READ_MS) }),
    append: async (recordingId, part) =>
      practiceRecordings.append({
        params: { recordingId },
        upload: part.bytes,
        headers: await partHeaders(part),
        signal: AbortSignal.timeout(SEND_MS),
      }),
    remove: (recordingId) => practiceRecordings.remove({ params: { recordingId } }),
  }
}

/** Where a recording of practice plays from. */
export const practiceMedia = (recordingId: string): string =>
  api.practiceRecordings.watch.path.replace(":recordingId", encodeURIComponent(recordingId))

/** Where one's own take plays from. */
export const ownMedia = (recordingId: string): string =>
  api.recordings.watchOwn.path.replace(":recordingId", encodeURIComponent(recordingId))
