import { useEffect, useState, useSyncExternalStore } from "react"
import { forgetOldRecordings } from "./device-store.ts"
import { outboxHere, wakeOutbox } from "./here.ts"
import { isRunning } from "./recorder-state.ts"
import { RecorderSession, type RecorderUse } from "./recorder-session.ts"

/** A recorder as long as the component is shown. Leaving it ends what runs, and keeps it. `moves` changes as takes come closer. */
export function useRecorder(use: RecorderUse) {
  const [session] = useState(() => new RecorderSession(use))
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot)
  const sendings = useSyncExternalStore(outboxHere.subscribe, outboxHere.snapshot)
  const { limitSeconds, about } = use
  useEffect(() => session.limit(limitSeconds), [session, limitSeconds])
  useEffect(() => session.about(about), [session, about])
  useEffect(() => {
    void session.find()
    void forgetOldRecordings(Date.now())
    const rest = wakeOutbox()
    return () => {
      rest()
      session.close()
    }
  }, [session])

  const moves = [...sendings.values()].map((sending) => sending.state.at).join()
  useEffect(() => {
    void session.refresh()
  }, [session, moves])

  const { state } = snapshot
  const take = "take" in state ? state.take : undefined
  const stored = take !== undefined && sendings.get(take)?.state.at === "stored"
  useEffect(() => {
    if (take === undefined || !stored) return
    session.tell({ type: "stored", take })
  }, [session, take, stored])

  // Closing the window now would lose something that nobody has yet.
  const onWay = [...sendings.values()].some(({ state }) => state.at !== "stored")
  const holds = isRunning(state) || state.at === "sending" || (snapshot.unkept && onWay)
  useEffect(() => {
    if (!holds) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [holds])
  return { session, snapshot, sendings, moves }
}
