import { useNavigate, useParams } from "@tanstack/react-router"
import { useQueryClient } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Loading, PageHeader } from "../../ui/index.ts"
import { linkKey } from "./link-panel.tsx"
import { type Chosen, QuestionChoice } from "./question-choice.tsx"
import { otherName, useMock } from "./use-mock.ts"

/** Choosing what to ask, for a new mock. The link is made with it, so that it is there to be copied at once. */
export function NewMockPage() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const create = useAct(
    async (body: Chosen, key) => {
      const { id: mockId } = await client.mocks.create({ body, key })
      queryClient.setQueryData(linkKey(mockId), await client.mocks.link({ params: { mockId } }))
      return mockId
    },
    (mockId) => navigate({ to: "/mocks/$mockId", params: { mockId } }),
  )
  return (
    <>
      <PageHeader title="Set up a mock" under="You ask first. Whoever opens your link answers." />
      <QuestionChoice
        verb="Set up the mock"
        pending={create.pending}
        failure={create.failure}
        onChoose={(chosen) => void create.run(chosen)}
      />
    </>
  )
}

/** Choosing what to ask in the second half, for the one who has answered. */
export function SwapPage() {
  const { mockId = "" }: { mockId?: string } = useParams({ strict: false })
  const navigate = useNavigate()
  const mock = useMock(mockId)
  const swap = useAct(
    (body: Chosen, key) => client.mocks.swap({ params: { mockId }, body, key }),
    () => navigate({ to: "/mocks/$mockId", params: { mockId } }),
  )
  return (
    <>
      <PageHeader
        title="Swap: now you ask"
        under={
          mock.data && `${otherName(mock.data)} answers. Choose what to ask; they don’t see it beforehand.`
        }
      />
      {mock.error ? (
        <ProblemState error={mock.error} retry={() => void mock.refetch()} />
      ) : mock.data ? (
        <QuestionChoice
          verb="Begin the second half"
          pending={swap.pending}
          failure={swap.failure}
          onChoose={(chosen) => void swap.run(chosen)}
        />
      ) : (
        <Loading label="Loading the mock" />
      )}
    </>
  )
}
