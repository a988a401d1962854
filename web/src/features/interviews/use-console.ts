import { useEffect, useMemo, useState, useSyncExternalStore } from "react"
import { ProblemError, useAccount } from "../../app/index.ts"
import { client } from "../../app/client.ts"
import { ConsoleSession, type Snapshot, type Wire } from "./console-session.ts"
import type { RoundPlan } from "./console-store.ts"
import { useSetAside } from "./set-aside.ts"
import { thisTab } from "./tab.ts"

/** A server that is down or overrun is as good as a lost network: the lines wait here. */
export function refusal(error: unknown): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const { status } = error.problem
  return status < 500 && status !== 429 ? error.message : undefined
}

const wireOf = (interviewId: string): Wire => ({
  read: () => client.interviews.console({ params: { interviewId } }),
  send: (made) => client.interviews.sync({ params: { interviewId }, body: made, key: crypto.randomUUID() }),
  refusal,
})

/** The console of an interview on this device; undefined for the moment before it is opened. */
export function useConsole(interviewId: string): ConsoleSession | undefined {
  const { id } = useAccount()
  useSetAside("/interviews/")
  const wire = useMemo(() => wireOf(interviewId), [interviewId])
  return useRoundSession(`${id}/${interviewId}`, wire)
}

/** A round on this device, kept under `owner`; `wire` stays the same object as long as the round is the same. */
export function useRoundSession<Plan extends RoundPlan>(
  owner: string,
  wire: Wire<Plan>,
): ConsoleSession<Plan> | undefined {
  const [session, setSession] = useState<ConsoleSession<Plan>>()
  useEffect(() => {
    let close: (() => void) | undefined
    let left = false
    void thisTab().then((tab) => {
      if (left) return
      const opened = new ConsoleSession(owner, tab, wire)
      close = opened.open()
      setSession(opened)
    })
    return () => {
      left = true
      close?.()
      setSession(undefined)
    }
  }, [owner, wire])
  return session
}

/** What the session shows now; the caller draws anew at each change. */
export function useSnapshot<Plan extends RoundPlan>(session: ConsoleSession<Plan>): Snapshot<Plan> {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}
