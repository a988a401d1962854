import { useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import { client } from "../../app/client.ts"
import { ProblemState, useAccount } from "../../app/index.ts"
import { Loading } from "../../ui/index.ts"
import type { ConsoleSession, Wire } from "../interviews/console-session.ts"
import { refusal, useRoundSession, useSnapshot } from "../interviews/use-console.ts"
import { MockFrame } from "./mock-frame.tsx"
import { MockReview, type MockReviewProps } from "./mock-review.tsx"
import { MockRoom } from "./mock-room.tsx"
import { ownerOf } from "./on-this-device.ts"
import { type MockPlan, mockKey, readMock, type TimedMock } from "./use-mock.ts"
import { useRatings } from "./use-ratings.ts"

const wireOf = (mockId: string, moved: () => void): Wire<MockPlan> => ({
  read: async () => {
    const [plan, mock] = await Promise.all([client.mocks.console({ params: { mockId } }), readMock(mockId)])
    return { ...plan, mock }
  },
  send: async (made, startedAt) => {
    const body = { ...made, startedAt: startedAt === undefined ? null : new Date(startedAt).toISOString() }
    const taken = await client.mocks.sync({ params: { mockId }, body })
    if (made.events.some(({ kind }) => kind === "start" || kind === "end" || kind === "enter")) moved()
    return taken
  },
  refusal,
})

/** The asking side: the console while it runs, the ratings after its end. Lines are kept on this device first. */
export function AskerPage({ mock }: { mock: TimedMock }) {
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const wire = useMemo(
    () => wireOf(mock.id, () => void queryClient.invalidateQueries({ queryKey: mockKey(mock.id) })),
    [mock.id, queryClient],
  )
  const session = useRoundSession(ownerOf(id, mock.id), wire)
  return session ? <Opened session={session} mock={mock} /> : <Waiting />
}

function Opened({ session, mock }: { session: ConsoleSession<MockPlan>; mock: TimedMock }) {
  const snapshot = useSnapshot(session)
  const plan = snapshot.console
  if (plan) return <Asking session={session} snapshot={snapshot} plan={plan} mock={mock} />
  if (snapshot.failure === undefined) return <Waiting />
  return (
    <MockFrame title="Mock interview">
      <ProblemState error={snapshot.failure} retry={() => void session.refresh()} />
    </MockFrame>
  )
}

/** One after the other, and back again; ratings outlive a talk that is taken up once more. */
function Asking({ session, snapshot, plan, mock }: Omit<MockReviewProps, "judged">) {
  const judged = useRatings(mock.id, plan)
  return snapshot.state.endedAt === undefined ? (
    <MockRoom session={session} snapshot={snapshot} plan={plan} mock={mock} />
  ) : (
    <MockReview session={session} snapshot={snapshot} plan={plan} mock={mock} judged={judged} />
  )
}

function Waiting() {
  return (
    <MockFrame title="Mock interview">
      <Loading label="Loading the console" />
    </MockFrame>
  )
}
