import type { QueryClient } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { forgetKept, keptPlace } from "../../app/kept-place.ts"
import { discardHere } from "../recordings/index.ts"
import { heardKey } from "./heard.ts"
import { forgetHeard } from "./heard-store.ts"
import { rehearsalsOwner } from "./owner.ts"

/**
 * Deletes a rehearsal: from the server, and what this device holds of it. The part that still waits here goes first, so that it
 * isn’t sent as a new one; notes and what was heard go once the server has deleted it.
 */
export async function deleteRehearsal(
  queryClient: QueryClient,
  accountId: string,
  recordingId: string,
): Promise<void> {
  const owner = rehearsalsOwner(accountId)
  await discardHere(owner, recordingId)
  await client.practiceRecordings.remove({ params: { recordingId } })
  await queryClient.cancelQueries({ queryKey: heardKey(recordingId) })
  queryClient.removeQueries({ queryKey: heardKey(recordingId) })
  forgetKept(keptPlace(accountId, "rehearsal", recordingId))
  await forgetHeard(owner, recordingId)
}
