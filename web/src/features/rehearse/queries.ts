import type { PracticeRecording, Rehearsal } from "@backfill/contract"
import { type QueryClient, queryOptions } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

const LOOK_MS = 2000

/** While a recording is being made ready it is asked for again. */
const whileMade = (recordings: readonly PracticeRecording[] | undefined) =>
  recordings?.some(({ state }) => state === "received") ? LOOK_MS : (false as const)

/** Every rehearsal, the newest first; asked for again while one is being made ready. */
export const rehearsalsQuery = queryOptions({
  queryKey: ["rehearse", "list"],
  queryFn: ({ signal }) => client.rehearsals.list({ query: {}, signal }).then(({ items }) => items),
  refetchInterval: ({ state }) => whileMade(state.data?.map(({ recording }) => recording)),
})

export const rehearsalQuery = (recordingId: string) =>
  queryOptions({
    queryKey: ["rehearse", "one", recordingId],
    queryFn: ({ signal }) => client.rehearsals.read({ params: { recordingId }, signal }),
    refetchInterval: ({ state }) => whileMade(state.data && [state.data.recording]),
  })

/** All one’s recordings and the space they take. */
export const recordingsQuery = queryOptions({
  queryKey: ["rehearse", "recordings"],
  queryFn: ({ signal }) => client.practiceRecordings.list({ query: {}, signal }),
  refetchInterval: ({ state }) => whileMade(state.data?.items),
})

/** Asks for the lists again; what was heard in other takes stays known, since hearing takes long. */
export const refreshRehearsals = (queryClient: QueryClient): Promise<unknown> =>
  Promise.all(
    [rehearsalsQuery, recordingsQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })),
  )

/** Where a recording could be transcribed; a host, or null. */
export const transcriptionQuery = queryOptions({
  queryKey: ["rehearse", "transcription"],
  queryFn: ({ signal }) => client.rehearsals.transcription({ signal }).then(({ host }) => host),
  staleTime: Number.POSITIVE_INFINITY,
})

type About = Pick<PracticeRecording, "storyId" | "kitId" | "itemId">

/** Whether two recordings are takes of one thing: of the same story, or without one of the same question. */
export const sameThing = (a: About, b: About): boolean =>
  a.storyId !== null || b.storyId !== null
    ? a.storyId === b.storyId
    : a.kitId !== null && a.kitId === b.kitId && a.itemId === b.itemId

/** The takes of one thing among all, the oldest first. */
export const takesOf = (all: readonly Rehearsal[], about: About): Rehearsal[] =>
  all
    .filter(({ recording }) => sameThing(recording, about))
    .toSorted((a, b) => a.recording.createdAt.localeCompare(b.recording.createdAt))
