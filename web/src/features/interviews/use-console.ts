import { useEffect, useState, useSyncExternalStore } from "react"
import { ProblemError, useAccount } from "../../app/index.ts"
import { client } from "../../app/client.ts"
import { ConsoleSession, type Snapshot, type Wire } from "./console-session.ts"
import { setAside } from "./set-aside.ts"
import { thisTab } from "./tab.ts"

/** A server that is down or overrun is as good as a lost network: the lines wait here. */
function refusal(error: unknown): string | undefined {
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
  const [session, setSession] = useState<ConsoleSession>()
  useEffect(() => {
    let close: (() => void) | undefined
    let left = false
    // Once fonts and all have come. Without it the console only misses being opened anew while offline.
    const aside = setTimeout(() => void setAside().catch(() => undefined), 2000)
    void thisTab().then((tab) => {
      if (left) return
      const opened = new ConsoleSession(`${id}/${interviewId}`, tab, wireOf(interviewId))
      close = opened.open()
      setSession(opened)
    })
    return () => {
      left = true
      clearTimeout(aside)
      close?.()
      setSession(undefined)
    }
  }, [id, interviewId])
  return session
}

/** What the session shows now; the caller draws anew at each change. */
export function useSnapshot(session: ConsoleSession): Snapshot {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}
