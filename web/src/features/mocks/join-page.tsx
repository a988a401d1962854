import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { hasStatus, ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, EmptyState, FieldError, Link, Loading, PageHeader } from "../../ui/index.ts"
import { useLinkToken } from "../accounts/link-token.ts"

/** Says who asks to practise; the seat is only taken by pressing the button. */
export function JoinPage() {
  const token = useLinkToken()
  const navigate = useNavigate()
  const offer = useQuery({
    queryKey: ["mocks", "offer", token],
    queryFn: () => client.mocks.view({ body: { token: token ?? "" } }),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const join = useAct(
    (body: { token: string }, key) => client.mocks.join({ body, key }),
    ({ id }) => navigate({ to: "/mocks/$mockId", params: { mockId: id }, replace: true }),
  )
  if (!token || hasStatus(offer.error, 410) || hasStatus(join.error, 410)) return <Spent />
  if (!offer.data)
    return (
      <>
        <PageHeader title="A mock interview" />
        {offer.error ? (
          <ProblemState error={offer.error} retry={() => void offer.refetch()} />
        ) : (
          <Loading label="Reading the link" />
        )}
      </>
    )
  const { from, mine, questions, minutes } = offer.data
  if (mine)
    return (
      <>
        <PageHeader title="This is your own link" />
        <EmptyState title="Send it to the person you want to practise with">
          <p>
            It lets in one person, and that can’t be you. <Link to="/mocks">Back to your mocks</Link>
          </p>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader over="A mock interview" title={`${from} asks, you answer`} />
      <div className="grid max-w-measure gap-6">
        <p className="read text-ink-2">
          {questions} {questions === 1 ? "question" : "questions"}, about {minutes} min. {from} takes notes
          and rates your answers while you talk. All of it goes to you afterwards, and only to you. Then you
          can swap.
        </p>
        {join.failure && <FieldError>{join.failure}</FieldError>}
        <div>
          <Button variant="primary" pending={join.pending} onClick={() => void join.run({ token })}>
            Take the seat
          </Button>
        </div>
      </div>
    </>
  )
}

function Spent() {
  return (
    <>
      <PageHeader title="This link no longer opens anything" />
      <EmptyState title="Somebody has joined with it, it was replaced, or its time is over">
        <p>
          Ask whoever sent it for a new one, or <Link to="/mocks">look at your own mocks</Link>.
        </p>
      </EmptyState>
    </>
  )
}
