import { useQuery } from "@tanstack/react-query"
import { useEffect, useSyncExternalStore } from "react"
import { endCutOff, outboxHere, takesHere, wakeOutbox } from "./here.ts"
import type { Remote } from "./remote.ts"

const LOOK_MS = 5000

/** What of a device's recordings the server doesn't hold whole yet: which share of them it has, and whether it refused any. */
export type OnItsWay = { share: number; refused: boolean }

/**
 * What this device recorded and the server doesn't hold whole yet; undefined where there is nothing of the kind. Sends it on
 * meanwhile, from a page without a recorder.
 */
export function useOnItsWay(owner: string, remote: () => Remote, looks: boolean): OnItsWay | undefined {
  const sendings = useSyncExternalStore(outboxHere.subscribe, outboxHere.snapshot)
  const moves = [...sendings.values()].map(({ state }) => state.at).join()
  const { data: kept = [] } = useQuery({
    queryKey: ["here", "recordings", owner, moves],
    queryFn: () => takesHere.list(owner),
    refetchInterval: LOOK_MS,
    enabled: looks,
    // What is on this device needs no network to be looked at.
    networkMode: "always",
    placeholderData: (before) => before,
  })
  useEffect(() => {
    if (!looks) return
    void endCutOff(owner)
    return wakeOutbox()
  }, [owner, looks])
  useEffect(() => {
    for (const { id, ending } of kept) if (ending !== undefined) outboxHere.goOn(id, remote())
  }, [kept, remote])
  if (kept.length === 0) return undefined
  const bytes = kept.reduce((sum, take) => sum + take.bytes, 0)
  const sent = kept.reduce((sum, { id }) => sum + (sendings.get(id)?.sent ?? 0), 0)
  const refused = kept.some(({ id }) => sendings.get(id)?.state.at === "stopped")
  return { share: bytes === 0 ? 0 : Math.min(1, sent / bytes), refused }
}
