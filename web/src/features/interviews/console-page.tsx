import { useParams } from "@tanstack/react-router"
import { ProblemState, RoomShell } from "../../app/index.ts"
import { Loading } from "../../ui/index.ts"
import type { ConsoleSession } from "./console-session.ts"
import { ConsoleRoom } from "./console-room.tsx"
import { useConsole, useSnapshot } from "./use-console.ts"

const back = { to: "/interviews", label: "My interviews" }

/** The console of one interview: from this device at once where it was open before, else from the server. */
export function ConsolePage() {
  const { interviewId = "" }: { interviewId?: string } = useParams({ strict: false })
  const session = useConsole(interviewId)
  return session ? <Opened session={session} /> : <Waiting />
}

function Opened({ session }: { session: ConsoleSession }) {
  const snapshot = useSnapshot(session)
  if (snapshot.console)
    return <ConsoleRoom session={session} snapshot={snapshot} console={snapshot.console} />
  if (snapshot.failure === undefined) return <Waiting />
  return (
    <RoomShell back={back} title="Interview">
      <div className="px-6">
        <ProblemState error={snapshot.failure} retry={() => void session.refresh()} />
      </div>
    </RoomShell>
  )
}

function Waiting() {
  return (
    <RoomShell back={back} title="Interview">
      <div className="px-6 py-4">
        <Loading label="Loading the console" />
      </div>
    </RoomShell>
  )
}
