import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { client } from "../../app/client.ts"
import { listenLive } from "../../app/live.ts"
import { useLinkToken } from "../accounts/link-token.ts"

/** The candidate's own page. Read again every minute, for networks that let no stream through. */
export const ownPageQuery = queryOptions({
  queryKey: ["candidate", "page"],
  queryFn: ({ signal }) => client.candidate.page({ signal }),
  refetchInterval: 60_000,
})

/** One of the candidate's exercises. */
export const attemptQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ["candidate", "attempt", attemptId],
    queryFn: ({ signal }) => client.candidate.attempt({ params: { attemptId }, signal }),
  })

/**
 * The page behind a link. A token in the address is redeemed first and then taken out of it, so that it stays neither
 * in the history nor on a screenshot; without one the session of an earlier visit serves.
 */
export function useOwnPage() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const inAddress = useLinkToken()
  const [token, setToken] = useState(inAddress)
  // A second link may be pasted over the first without the page being loaded anew.
  if (inAddress !== undefined && inAddress !== token) setToken(inAddress)
  const [redeemed, setRedeemed] = useState<string>()
  const waits = token !== undefined && token !== redeemed
  const opened = useQuery({
    queryKey: ["candidate", "open", token],
    queryFn: () => client.candidate.open({ body: { token: token ?? "" } }),
    // Once only: whatever is read again later, the token isn't sent again.
    enabled: waits,
    gcTime: 0,
  })
  const page = useQuery({ ...ownPageQuery, enabled: !waits })
  useEffect(() => {
    if (!waits || !opened.isSuccess) return
    // Another person's page may have been open in this window before.
    queryClient.removeQueries({ queryKey: ownPageQuery.queryKey })
    setRedeemed(token)
    void navigate({ to: "/c", hash: "", replace: true, resetScroll: false })
  }, [waits, opened.isSuccess, token, queryClient, navigate])
  const error = (waits ? opened.error : page.error) ?? undefined
  const retry = () => void (waits ? opened.refetch() : page.refetch())
  return { page: waits ? undefined : page.data, error, retry, hadToken: token !== undefined }
}

/** Keeps what is shown up to date while the page is open; when the link is revoked, all of it is forgotten. */
export function useLive(open: boolean): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!open) return
    const ask = () => queryClient.fetchQuery({ ...ownPageQuery, staleTime: 0 })
    return listenLive(queryClient, ask, () => void queryClient.resetQueries({ queryKey: ["candidate"] }))
  }, [open, queryClient])
}
