import type { Rehearsal, Story } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { ProblemState } from "../../app/index.ts"
import { Link, Loading, Meter, PageHeader } from "../../ui/index.ts"
import { type Asked, questionsQuery } from "../practice/queries.ts"
import { storiesQuery } from "../stories/queries.ts"
import { isPlayable } from "./heard.ts"
import { ListeningBack } from "./listening-back.tsx"
import { namer } from "./names.ts"
import { rehearsalQuery, rehearsalsQuery, takesOf } from "./queries.ts"

/** One rehearsal: how long it was, where it spoke and paused, and what its owner hears in it. */
export function RehearsalPage() {
  const { recordingId = "" }: { recordingId?: string } = useParams({ strict: false })
  const rehearsal = useQuery(rehearsalQuery(recordingId))
  const stories = useQuery(storiesQuery)
  const questions = useQuery(questionsQuery)
  const all = useQuery(rehearsalsQuery)
  const queries = [rehearsal, stories, questions, all]
  const failed = queries.find((query) => query.error && !query.data)
  if (rehearsal.data && stories.data && questions.data && all.data)
    return (
      <Shown
        key={recordingId}
        rehearsal={rehearsal.data}
        stories={stories.data}
        questions={questions.data.items}
        all={all.data}
      />
    )
  return (
    <>
      <PageHeader over={<Link to="/rehearse">Rehearse</Link>} title="A rehearsal" />
      {failed ? (
        <ProblemState error={failed.error} retry={() => void failed.refetch()}>
          <Link to="/rehearse">Back to your rehearsals</Link>
        </ProblemState>
      ) : (
        <Loading label="Loading the rehearsal" />
      )}
    </>
  )
}

type ShownProps = { rehearsal: Rehearsal; stories: Story[]; questions: Asked[]; all: Rehearsal[] }

function Shown({ rehearsal, stories, questions, all }: ShownProps) {
  const { recording } = rehearsal
  const named = namer(stories, questions)(recording)
  if (isPlayable(rehearsal))
    return <ListeningBack rehearsal={rehearsal} named={named} takes={takesOf(all, recording)} />
  const share = recording.length === null ? undefined : recording.offset / recording.length
  return (
    <>
      <PageHeader over={<Link to="/rehearse">Rehearse</Link>} title={named.name} />
      {recording.state === "received" ? (
        <p role="status" className="max-w-measure">
          It has arrived and is being made ready to play. That takes a moment; this page goes on by itself.
        </p>
      ) : (
        <div className="grid max-w-measure gap-4">
          <p>
            Not all of it has arrived. The window or device it was told on holds the rest, and sends it once{" "}
            <Link to="/rehearse">Rehearse</Link> is open there.
          </p>
          {share !== undefined && (
            <Meter
              label="Arrived"
              text={`${Math.floor(share * 100)} %`}
              value={Math.floor(share * 100)}
              max={100}
            />
          )}
        </div>
      )}
    </>
  )
}
