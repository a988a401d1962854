import { useParams } from "@tanstack/react-router"
import { ProblemState } from "../../app/index.ts"
import { Loading } from "../../ui/index.ts"
import { useSetAside } from "../interviews/set-aside.ts"
import { refusal } from "../interviews/use-console.ts"
import { AfterHandOver } from "./after-hand-over.tsx"
import { AnswererRoom } from "./answerer-room.tsx"
import { AskerPage } from "./asker-page.tsx"
import { LinkPanel } from "./link-panel.tsx"
import { MockFrame } from "./mock-frame.tsx"
import { RemoveMock } from "./remove-mock.tsx"
import { type TimedMock, useKeptMock, useMock } from "./use-mock.ts"

/** The room of a mock, for whichever part one plays in the half that is on. */
export function MockPage() {
  const { mockId = "" }: { mockId?: string } = useParams({ strict: false })
  const mock = useMock(mockId)
  const kept = useKeptMock(mockId)
  useSetAside("/mocks/")
  const failed = mock.failureReason !== null && refusal(mock.failureReason) === undefined
  const away = failed || mock.fetchStatus === "paused"
  const shown = mock.data ?? (away ? kept : undefined)
  if (shown) return <Room key={shown.id} mock={shown} away={away} />
  return (
    <MockFrame title="Mock interview">
      {mock.error ? (
        <ProblemState error={mock.error} retry={() => void mock.refetch()} />
      ) : (
        <Loading label="Loading the mock" />
      )}
    </MockFrame>
  )
}

/** `away`: the server can't be reached just now. */
function Room({ mock, away }: { mock: TimedMock; away: boolean }) {
  const half = mock.halves.at(-1)
  if (!half || (mock.joined && mock.other === null)) return <AfterHandOver mock={mock} half={half} />
  if (half.state === "waiting")
    return (
      <MockFrame title="Mock interview">
        <LinkPanel mock={mock} />
        <RemoveMock mock={mock} />
      </MockFrame>
    )
  if (half.state === "handed") return <AfterHandOver mock={mock} half={half} />
  return half.mine === "asker" ? (
    <AskerPage key={half.number} mock={mock} />
  ) : (
    <AnswererRoom mock={mock} half={half} away={away} />
  )
}
