import { api, ServerEvent } from "@backfill/contract"
import type { QueryClient } from "@tanstack/react-query"
import { ProblemError } from "./api.ts"

/** How long to wait before a stream that was refused is asked for again. */
const RETRY_MS = 2_000

/**
 * Listens to what changes on the server while a page is open: what is shown is read again, and a session that was
 * ended elsewhere ends here at once. A line that breaks is taken up again, and what may have been missed meanwhile is
 * read. Returns the way to stop.
 * @param ask reads something that only this session may read; where that is refused, the session is over
 */
export function listenLive(
  queryClient: QueryClient,
  ask: () => Promise<unknown>,
  onRevoked: () => void,
): () => void {
  let source: EventSource
  let waiting: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let missed = false
  const stop = () => {
    stopped = true
    clearTimeout(waiting)
    source.close()
  }
  const end = () => {
    stop()
    onRevoked()
  }
  const connect = () => {
    source = new EventSource(api.system.events.path)
    source.onopen = () => {
      if (missed) void queryClient.invalidateQueries()
      missed = false
    }
    source.onerror = () => {
      missed = true
      // A browser tries again by itself unless the answer was a refusal; then either the session is over or a proxy's server was away.
      if (source.readyState === EventSource.CLOSED) void again()
    }
    source.onmessage = ({ data }) => {
      const event = ServerEvent.safeParse(JSON.parse(data as string))
      if (!event.success) return
      if (event.data.kind === "revoked") end()
      else if (event.data.kind === "changed") void queryClient.invalidateQueries()
    }
  }
  const again = async () => {
    const over = await ask().then(() => false, isRefusal)
    if (stopped) return
    if (over) end()
    else waiting = setTimeout(connect, RETRY_MS)
  }
  connect()
  return stop
}

function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429
}
