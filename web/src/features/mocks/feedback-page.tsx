import type { MockFeedback } from "@backfill/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate, useParams } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { hasStatus, ProblemState } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { ConfirmButton, EmptyState, Link, Loading, PageHeader, Time } from "../../ui/index.ts"
import { AnswerNotes } from "./answer-notes.tsx"

const feedbackKey = (mockId: string) => ["mocks", "feedback", mockId]

/** What one was given: by question, the anchor nearest to the answer, what was heard, and the notes as written. */
export function FeedbackPage() {
  const { mockId = "" }: { mockId?: string } = useParams({ strict: false })
  const feedback = useQuery({
    queryKey: feedbackKey(mockId),
    queryFn: ({ signal }) => client.mocks.feedback({ params: { mockId }, signal }),
  })
  if (feedback.data) return <Given feedback={feedback.data} mockId={mockId} />
  return (
    <>
      <PageHeader title="Your notes" />
      {hasStatus(feedback.error, 404) ? (
        <EmptyState title="Nothing was handed to you here">
          <p>
            Notes come here when the one who asked hands them over, and go when you delete them.{" "}
            <Link to="/mocks">Back to your mocks</Link>
          </p>
        </EmptyState>
      ) : feedback.error ? (
        <ProblemState error={feedback.error} retry={() => void feedback.refetch()} />
      ) : (
        <Loading label="Loading your notes" />
      )}
    </>
  )
}

function Given({ feedback, mockId }: { feedback: MockFeedback; mockId: string }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const tells = feedback.answers.reduce((sum, answer) => sum + answer.tells.length, 0)
  const discard = async () => {
    try {
      await client.mocks.discard({ params: { mockId } })
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    await navigate({ to: "/mocks" })
    queryClient.removeQueries({ queryKey: feedbackKey(mockId) })
    await queryClient.invalidateQueries({ queryKey: ["mocks"] })
  }
  return (
    <>
      <PageHeader
        over={
          <>
            {feedback.by ?? "Somebody who has left"} asked, at {feedback.level} level,{" "}
            <Time at={feedback.startedAt ?? feedback.handedAt} form="absolute" />
          </>
        }
        title={
          tells === 0 ? "No tells heard" : `${tells} ${tells === 1 ? "tell" : "tells"} to mend before the day`
        }
        under="These are yours alone. Nobody else here can open them, and the one who wrote them can’t either."
      />
      <div className="grid gap-12">
        {feedback.answers.map((answer, at) => (
          <AnswerNotes key={answer.id} answer={answer} number={at + 1} />
        ))}
        <p className="flex flex-wrap items-center gap-x-8 gap-y-2 border-t border-rule pt-4">
          <Link to="/mocks/$mockId" params={{ mockId }}>
            Back to the mock
          </Link>
          <ConfirmButton
            title="Delete these notes?"
            consequence="Notes, signs, tells and ratings on your answers are gone for good. Nobody has a copy here."
            confirm="Delete for good"
            onConfirm={discard}
          >
            Delete these notes
          </ConfirmButton>
        </p>
      </div>
    </>
  )
}
