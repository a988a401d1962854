import type { Attempt } from "@backfill/contract"
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { Button, Dialog, Loading } from "../../ui/index.ts"
import {
  candidateRemote,
  isTake,
  ownMedia,
  Recorder,
  type ShownTake,
  shownTakes,
  takeName,
  useRecorder,
} from "../recordings/index.ts"
import { lengthInWords } from "../recordings/limit-words.ts"
import { attemptQuery } from "./own-page.ts"
import { recordingsOwner } from "./recordings-owner.ts"
import type { AttemptText } from "./use-attempt-text.ts"

const THINK_SECONDS = 60
const LOOK_MS = 2000

/** The takes of one of the candidate's attempts; asked for again while one is being made ready. */
export const takesQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ["candidate", "recordings", attemptId],
    queryFn: ({ signal }) => client.recordings.list({ params: { attemptId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((take) => take.state === "received") ? LOOK_MS : false,
  })

type VideoResponseProps = {
  attempt: Attempt
  work: AttemptText
  /** Seconds left of the whole exercise; undefined without a limit. */
  left: number | undefined
}

/** The takes of a video response, from the check of the devices to the one that is handed in. */
export function VideoResponse({ attempt, work, left }: VideoResponseProps) {
  const takes = useQuery(takesQuery(attempt.id))
  if (!takes.data)
    return takes.error ? (
      <ProblemState error={takes.error} retry={() => void takes.refetch()} />
    ) : (
      <Loading label="Looking for your recordings" lines={3} />
    )
  return <Prompt attempt={attempt} work={work} left={left} served={takes.data} />
}

type PromptProps = VideoResponseProps & { served: Awaited<ReturnType<typeof client.recordings.list>> }

function Prompt({ attempt, work, left, served }: PromptProps) {
  const queryClient = useQueryClient()
  const { rules, items } = served
  const [remote] = useState(() => candidateRemote(attempt.id))
  const { session, snapshot, sendings, moves } = useRecorder({
    owner: recordingsOwner(attempt.id),
    remote,
    limitSeconds: rules.seconds ?? undefined,
  })
  const takes = shownTakes(snapshot.kept, sendings, items)
  const { state } = snapshot

  // What is on its way is on the server's list sooner or later: a take's number, its end.
  const { queryKey } = takesQuery(attempt.id)
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: takesQuery(attempt.id).queryKey })
  }, [queryClient, attempt.id, moves])

  // The exercise's own end comes first: what is said by then is kept.
  const out = left !== undefined && left <= 1
  useEffect(() => {
    if (out) session.stop("limit")
  }, [out, session])

  const shown = "take" in state ? takes.find((take) => isTake(take, state.take)) : undefined
  const meant = shown?.where.at === "arrived" && "take" in state ? state.take : undefined
  useEffect(() => {
    if (meant !== undefined) session.tell({ type: "stored", take: meant })
  }, [session, meant])
  const handing = state.at === "sending" ? shown : undefined
  useHandIn(attempt, work, handing, session)

  const remove = async ({ localId, remoteId }: ShownTake) => {
    if (remoteId !== undefined) await remote.remove(remoteId)
    if (localId !== undefined) await session.discard(localId)
    else session.again()
    await queryClient.invalidateQueries({ queryKey })
  }
  return (
    <div className="grid gap-6">
      <p className="max-w-measure text-ink-2">
        {rules.seconds === null
          ? "A take may last as long as you need."
          : `A take may last ${lengthInWords(rules.seconds)}.`}{" "}
        {rules.takesLeft > 0
          ? `You can make ${rules.takesLeft} more; you hand in one, and nobody sees the others or how many there were.`
          : "There are no more takes; hand in one of those you have."}
      </p>
      <Recorder
        session={session}
        snapshot={snapshot}
        takes={takes}
        limitSeconds={rules.seconds ?? undefined}
        thinkSeconds={attempt.factor === null ? undefined : THINK_SECONDS * attempt.factor}
        takesLeft={rules.takesLeft}
        media={ownMedia}
        actions={(take) => (
          <TakeActions
            take={take}
            more={rules.takesLeft > 0}
            onHandIn={() => session.tell({ type: "send" })}
            onAgain={() => session.again()}
          />
        )}
        onRemove={remove}
      />
    </div>
  )
}

type TakeActionsProps = { take: ShownTake; more: boolean; onHandIn: () => void; onAgain: () => void }

function TakeActions({ take, more, onHandIn, onAgain }: TakeActionsProps) {
  const [asks, setAsks] = useState(false)
  const lost = take.where.at === "stopped" || take.where.at === "elsewhere"
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <Button
        variant="primary"
        why={lost ? "Not all of it can arrive from here." : undefined}
        onClick={() => setAsks(true)}
      >
        Hand in this take
      </Button>
      {more && <Button onClick={onAgain}>Make another take</Button>}
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={`Hand in ${takeName(take).toLowerCase()}?`}
        description="It goes to the people who judge this step, with what you wrote below, if anything. Your other takes are deleted. Afterwards it can’t be changed."
        actions={
          <>
            <Button
              variant="primary"
              onClick={() => {
                setAsks(false)
                onHandIn()
              }}
            >
              Hand it in
            </Button>
            <Button onClick={() => setAsks(false)}>Not yet</Button>
          </>
        }
      />
    </div>
  )
}

/** Hands a take in, once: when the server holds every byte of it, and the last words too. */
function useHandIn(
  attempt: Attempt,
  work: AttemptText,
  take: ShownTake | undefined,
  session: ReturnType<typeof useRecorder>["session"],
): void {
  const queryClient = useQueryClient()
  const busy = useRef(false)
  const recordingId = take?.where.at === "arrived" ? take.remoteId : undefined
  useEffect(() => {
    if (recordingId === undefined || busy.current) return
    busy.current = true
    const { queryKey } = attemptQuery(attempt.id)
    const handIn = async () => {
      if (!(await work.save()))
        return session.tell({
          type: "failed",
          why: "Nothing was handed in yet: your last words haven’t reached the server. Both are safe; try again once you are connected.",
        })
      const params = { recordingId }
      const version = () => queryClient.getQueryData(queryKey)?.version ?? attempt.version
      try {
        const chosen = await client.recordings.choose({
          params,
          body: { version: version() },
          key: crypto.randomUUID(),
        })
        queryClient.setQueryData(queryKey, chosen)
        const handedIn = await client.candidate.submitAttempt({
          params: { attemptId: attempt.id },
          body: { version: chosen.version },
          key: crypto.randomUUID(),
        })
        session.tell({ type: "handed-in" })
        queryClient.setQueryData(queryKey, handedIn)
        void queryClient.invalidateQueries()
        window.scrollTo(0, 0)
      } catch (error) {
        // It may have arrived although the answer got lost.
        const now = await client.candidate
          .attempt({ params: { attemptId: attempt.id } })
          .catch(() => undefined)
        if (now) queryClient.setQueryData(queryKey, now)
        if (now?.state !== "submitted") session.tell({ type: "failed", why: sentenceFor(error) })
      }
    }
    void handIn().finally(() => {
      busy.current = false
    })
  }, [recordingId, attempt.id, attempt.version, queryClient, session, work])
}
