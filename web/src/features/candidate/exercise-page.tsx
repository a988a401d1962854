import type { Attempt } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { hasStatus, ProblemState } from "../../app/index.ts"
import { Link, Loading } from "../../ui/index.ts"
import { Frame } from "../public-pages/frame.tsx"
import { ExerciseAfter } from "./exercise-after.tsx"
import { ExerciseBefore } from "./exercise-before.tsx"
import { ExerciseRunning } from "./exercise-running.tsx"
import { attemptQuery, useLive } from "./own-page.ts"
import { SpentLink } from "./spent-link.tsx"
import { useAttemptText } from "./use-attempt-text.ts"

const back = <Link to="/c">Your page</Link>

/** One exercise: how to prepare, the work itself against its clock, and what was handed in. */
export function ExercisePage() {
  const { attemptId = "" }: { attemptId?: string } = useParams({ strict: false })
  const attempt = useQuery(attemptQuery(attemptId))
  useLive(attempt.data !== undefined)
  if (!attempt.data && hasStatus(attempt.error, 401)) return <SpentLink hadToken={false} />
  if (!attempt.data)
    return (
      <Frame from={back}>
        {attempt.error ? (
          <ProblemState page error={attempt.error} retry={() => void attempt.refetch()}>
            {back}
          </ProblemState>
        ) : (
          <Loading label="Loading the exercise" lines={8} />
        )}
      </Frame>
    )
  const works = attempt.data.state === "running" && attempt.data.submission !== "none"
  return (
    <Frame from={back} about={attempt.data.title} wide={works}>
      <Exercise key={attempt.data.id} attempt={attempt.data} receivedAt={attempt.dataUpdatedAt} />
    </Frame>
  )
}

function Exercise({ attempt, receivedAt }: { attempt: Attempt; receivedAt: number }) {
  const work = useAttemptText(attempt)
  if (attempt.state === "scheduled") return <ExerciseBefore attempt={attempt} receivedAt={receivedAt} />
  if (!work) return <Loading label="Looking for what you wrote on this device" />
  return attempt.state === "running" ? (
    <ExerciseRunning attempt={attempt} receivedAt={receivedAt} work={work} />
  ) : (
    <ExerciseAfter attempt={attempt} work={work} />
  )
}
