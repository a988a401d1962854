import { api, ServerEvent } from "@backfill/contract"
import type { QueryClient } from "@tanstack/react-query"

/**
 * Listens to what changes on the server while a page is open: what is shown is read again, and a session that was
 * ended elsewhere ends here at once. Returns the way to stop.
 */
export function listenLive(queryClient: QueryClient, onRevoked: () => void): () => void {
  const source = new EventSource(api.system.events.path)
  source.onmessage = ({ data }) => {
    const event = ServerEvent.safeParse(JSON.parse(data as string))
    if (!event.success) return
    if (event.data.kind === "revoked") {
      source.close()
      onRevoked()
    } else if (event.data.kind === "changed") void queryClient.invalidateQueries()
  }
  return () => source.close()
}
