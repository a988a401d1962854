import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useAccount } from "../../app/index.ts"
import { practiceRemote, useRecorder } from "../recordings/index.ts"
import { FORGOTTEN_SECONDS, rehearsalsOwner } from "./owner.ts"
import { recordingsQuery, rehearsalsQuery } from "./queries.ts"

/** What this device still holds of rehearsals goes on its way from here too, whatever it was about; nothing where nothing is left. */
export function OnThisDevice() {
  const queryClient = useQueryClient()
  const account = useAccount()
  const [remote] = useState(() => practiceRemote(account.id))
  const { snapshot, sendings, moves } = useRecorder({
    owner: rehearsalsOwner(account.id),
    remote,
    limitSeconds: FORGOTTEN_SECONDS,
  })
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: rehearsalsQuery.queryKey })
    void queryClient.invalidateQueries({ queryKey: recordingsQuery.queryKey })
  }, [queryClient, moves])
  const left = snapshot.kept.filter(({ ending, bytes }) => ending !== undefined && bytes > 0)
  if (left.length === 0) return null
  const stopped = [...sendings.values()].find(({ state }) => state.at === "stopped")?.state
  return (
    <p role="status" className="max-w-measure text-ink-2">
      {left.length === 1 ? "One rehearsal is" : `${left.length} rehearsals are`} still on this device.{" "}
      {stopped?.at === "stopped"
        ? stopped.why
        : "It goes on its way while this page is open; nothing of it is lost."}
    </p>
  )
}
