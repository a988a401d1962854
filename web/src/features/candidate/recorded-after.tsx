import type { Attempt } from "@backfill/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { ProblemState } from "../../app/index.ts"
import { clockFigures, Loading, Section } from "../../ui/index.ts"
import {
  candidateRemote,
  forgetRecordings,
  ownMedia,
  type ShownTake,
  shownTakes,
  takeName,
  TakePlayer,
  useRecorder,
} from "../recordings/index.ts"
import { whereWords } from "../recordings/where-words.ts"
import { recordingsOwner } from "./recordings-owner.ts"
import { takesQuery } from "./video-response.tsx"

/** What was recorded for an exercise that is over. What was recorded in time and not sent yet goes on arriving. */
export function RecordedAfter({ attempt }: { attempt: Attempt }) {
  const queryClient = useQueryClient()
  const takes = useQuery(takesQuery(attempt.id))
  const [remote] = useState(() => candidateRemote(attempt.id))
  const owner = recordingsOwner(attempt.id)
  const { snapshot, sendings, moves } = useRecorder({ owner, remote, limitSeconds: undefined })
  const over = attempt.state === "submitted"
  useEffect(() => {
    // Only one take was handed in; the others are nobody's business, this device's included.
    if (over) void forgetRecordings(owner)
  }, [over, owner])
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: takesQuery(attempt.id).queryKey })
  }, [queryClient, attempt.id, moves])
  if (!takes.data)
    return takes.error ? (
      <ProblemState error={takes.error} retry={() => void takes.refetch()} />
    ) : (
      <Loading label="Looking for your recording" lines={2} />
    )
  const chosen = takes.data.items.find((take) => take.chosen)
  const shown = shownTakes(over ? [] : snapshot.kept, sendings, takes.data.items)
  const handed = over && chosen ? shown.filter(({ remoteId }) => remoteId === chosen.id) : shown
  return (
    <Section title={over ? "Your recording" : "Your recordings"}>
      {handed.length === 0 ? (
        <p className="text-ink-2">Nothing was recorded.</p>
      ) : (
        <div className="grid gap-6">
          {!over && (
            <p className="max-w-measure text-ink-2">
              What was recorded in time counts: the take you chose, else the last that arrives whole. Leave
              this page open until it says so.
            </p>
          )}
          {handed.map((take) => (
            <Taken key={take.key} take={take} name={over ? undefined : takeName(take)} />
          ))}
        </div>
      )}
    </Section>
  )
}

function Taken({ take, name }: { take: ShownTake; name: string | undefined }) {
  const { where, remoteId, durationMs, kind } = take
  const playable = where.at === "arrived" && where.playable && remoteId !== undefined
  return (
    <div className="grid gap-2">
      <p role="status">
        {name && `${name}, `}
        {durationMs !== undefined && `${clockFigures(durationMs / 1000)}, `}
        <span className="text-ink-2">{whereWords(where)}</span>
      </p>
      {playable && <TakePlayer src={ownMedia(remoteId)} kind={kind} label={name ?? "Your recording"} />}
    </div>
  )
}
