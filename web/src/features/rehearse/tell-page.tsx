import type { PracticeRecording } from "@backfill/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { ProblemState, RoomShell, useAccount, useKeys } from "../../app/index.ts"
import { Button, Field, Link, Loading, Select } from "../../ui/index.ts"
import { useLengthChoice } from "../practice/length-choice.ts"
import { questionsQuery } from "../practice/queries.ts"
import {
  aboutWords,
  isTake,
  practiceMedia,
  practiceRemote,
  Recorder,
  type RehearsalAbout,
  type ShownTake,
  shownTakes,
  useRecorder,
} from "../recordings/index.ts"
import { storiesQuery } from "../stories/queries.ts"
import { titleOf } from "../stories/story-mark.tsx"
import { deleteRehearsal } from "./forget.ts"
import { FORGOTTEN_SECONDS, rehearsalsOwner } from "./owner.ts"
import { recordingsQuery, refreshRehearsals, rehearsalsQuery } from "./queries.ts"
import { tellStage } from "./tell-stage.tsx"

const RETURN = { to: "/rehearse", label: "Rehearse" }

/** A question, one key, and nothing to read from: a story is told aloud here. */
export function TellPage() {
  const search: { story?: string; kit?: string; item?: string } = useSearch({ strict: false })
  const stories = useQuery(storiesQuery)
  const questions = useQuery(questionsQuery)
  const recordings = useQuery(recordingsQuery)
  const failed = [stories, questions, recordings].find((query) => query.error && !query.data)
  if (!stories.data || !questions.data || !recordings.data)
    return (
      <RoomShell back={RETURN} title="Rehearse">
        <div className="mx-auto w-full max-w-184 px-5 py-10">
          {failed ? (
            <ProblemState error={failed.error} retry={() => void failed.refetch()} />
          ) : (
            <Loading label="Loading the question" />
          )}
        </div>
      </RoomShell>
    )
  const story = stories.data.find(({ id }) => id === search.story)
  const question = questions.data.items.find(({ id, kitId }) => id === search.item && kitId === search.kit)
  const about = { storyId: story?.id, kitId: question?.kitId, itemId: question?.id }
  return (
    <Telling
      about={about}
      question={question?.question}
      title={question?.title}
      story={story && titleOf(story)}
      stories={stories.data.map((one) => ({ value: one.id, label: titleOf(one) }))}
      served={recordings.data.items}
    />
  )
}

type TellingProps = {
  about: RehearsalAbout
  question: string | undefined
  /** What the question is called. */
  title: string | undefined
  story: string | undefined
  stories: { value: string; label: string }[]
  served: readonly PracticeRecording[]
}

function Telling({ about, question, title, story, stories, served }: TellingProps) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const account = useAccount()
  const [length] = useLengthChoice()
  const [remote] = useState(() => practiceRemote(account.id))
  const words = aboutWords(about)
  const { session, snapshot, sendings, moves } = useRecorder({
    owner: rehearsalsOwner(account.id),
    about: words,
    remote,
    limitSeconds: FORGOTTEN_SECONDS,
  })
  const { state } = snapshot
  const takes = shownTakes(
    snapshot.kept.filter((take) => take.about === words),
    sendings,
    served.filter(
      (one) =>
        (one.storyId ?? undefined) === about.storyId &&
        (one.kitId ?? undefined) === about.kitId &&
        (one.itemId ?? undefined) === about.itemId,
    ),
  )
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: recordingsQuery.queryKey })
    void queryClient.invalidateQueries({ queryKey: rehearsalsQuery.queryKey })
  }, [queryClient, moves])
  const shown = "take" in state ? takes.find((take) => isTake(take, state.take)) : undefined
  const arrived = shown?.where.at === "arrived" && "take" in state ? state.take : undefined
  useEffect(() => {
    if (arrived !== undefined) session.tell({ type: "stored", take: arrived })
  }, [session, arrived])

  const remove = async ({ localId, remoteId }: ShownTake) => {
    if (remoteId !== undefined) await deleteRehearsal(queryClient, account.id, remoteId)
    if (localId !== undefined) await session.discard(localId)
    else session.again()
    await refreshRehearsals(queryClient)
  }
  const free = (run: () => void) => () =>
    document.activeElement?.matches("button, summary, select, a") ? false : run()
  useKeys(
    state.at === "idle"
      ? { space: { label: "Switch the microphone on", run: free(() => void session.ask("audio")) } }
      : state.at === "checking"
        ? { t: { label: "Think first", run: () => session.think() } }
        : {},
    "Rehearse",
  )
  const listenTo = (take: ShownTake) => {
    if (take.remoteId !== undefined)
      void navigate({ to: "/rehearse/$recordingId", params: { recordingId: take.remoteId } })
  }
  return (
    <RoomShell back={RETURN} title={story ?? "Told freely"} detail={title}>
      <div className="mx-auto grid w-full max-w-184 grid-cols-[minmax(0,1fr)] content-start gap-10 px-5 py-10 sm:pt-[14vh]">
        <p className="font-serif text-[1.75rem]/9 text-balance [overflow-wrap:anywhere] sm:text-[2.25rem]/12">
          {question ??
            (story === undefined
              ? "Tell a story of yours, as if they had asked for it."
              : `Tell “${story}”.`)}
        </p>
        <Recorder
          session={session}
          snapshot={snapshot}
          takes={takes}
          limitSeconds={FORGOTTEN_SECONDS}
          thinkSeconds={undefined}
          takesLeft={undefined}
          media={practiceMedia}
          onRemove={remove}
          sound
          words={{
            takes: "nobody but you can open them",
            removal: "The recording and what you noted on it are gone for good.",
          }}
          own={() =>
            tellStage({ session, snapshot, length, before: <Before {...{ about, story, stories }} /> })
          }
          actions={(take) => (
            <TakeActions
              take={take}
              onListen={() => listenTo(take)}
              onAgain={() => void session.ask(take.kind)}
            />
          )}
        />
      </div>
    </RoomShell>
  )
}

type BeforeProps = Pick<TellingProps, "about" | "story" | "stories">

/** Which story one means to tell; its words stay hidden until it is told. */
function Before({ about, story, stories }: BeforeProps) {
  const navigate = useNavigate()
  return (
    <div className="grid max-w-md grid-cols-[minmax(0,1fr)] gap-2">
      {stories.length > 0 && (
        <Field label="The story you mean to tell" optional>
          <Select
            required={false}
            placeholder="None in particular"
            value={about.storyId ?? ""}
            options={stories}
            onChange={({ target }) =>
              void navigate({
                to: "/rehearse/tell",
                search: { story: target.value || undefined, kit: about.kitId, item: about.itemId },
                replace: true,
              })
            }
          />
        </Field>
      )}
      <p className="text-small text-ink-2">
        {story === undefined
          ? "Whatever you have written stays hidden until you have told it."
          : "Its draft stays hidden until you have told it."}
      </p>
    </div>
  )
}

function TakeActions({
  take,
  onListen,
  onAgain,
}: {
  take: ShownTake
  onListen: () => void
  onAgain: () => void
}) {
  const { where } = take
  const why =
    where.at === "stopped" || where.at === "elsewhere"
      ? "Not all of it can arrive from here."
      : where.at === "arrived"
        ? undefined
        : "once all of it has arrived"
  useKeys(why === undefined ? { l: { label: "Look at how it went", run: onListen } } : {}, "Rehearse")
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <Button variant="primary" keys="l" why={why} onClick={onListen}>
        Look at how it went
      </Button>
      <Button onClick={onAgain}>Tell it again</Button>
      <Link to="/rehearse">Leave it at that</Link>
    </div>
  )
}
