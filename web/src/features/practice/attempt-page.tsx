import type { PracticeAttempt } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { ProblemState, RoomShell } from "../../app/index.ts"
import { Link, Loading } from "../../ui/index.ts"
import { Comparing } from "./comparing.tsx"
import { useAutosave } from "./use-autosave.ts"
import { Writing } from "./writing.tsx"

/** One try: written against the clock, then compared with the anchors. */
export function AttemptPage() {
  const { attemptId = "" }: { attemptId?: string } = useParams({ strict: false })
  const attempt = useQuery({
    queryKey: ["practice", "attempt", attemptId],
    queryFn: ({ signal }) => client.practice.read({ params: { attemptId }, signal }),
  })
  if (attempt.data) return <Attempt key={attempt.data.id} attempt={attempt.data} />
  return (
    <RoomShell back={{ to: "/home", label: "Home" }} title="Practice">
      <div className="mx-auto w-full max-w-measure px-5 py-10">
        {attempt.error ? (
          <ProblemState error={attempt.error} retry={() => void attempt.refetch()}>
            <Link to="/home">Back to your practice</Link>
          </ProblemState>
        ) : (
          <Loading label="Loading your try" />
        )}
      </div>
    </RoomShell>
  )
}

function Attempt({ attempt }: { attempt: PracticeAttempt }) {
  const answer = useAutosave(attempt)
  return attempt.finishedAt === null ? (
    <Writing attempt={attempt} answer={answer} />
  ) : (
    <Comparing attempt={attempt} answer={answer} />
  )
}
