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
  const opened = useQuery({
    queryKey: ["candidate", "open", token],
    queryFn: async () => {
      await client.candidate.open({ body: { token: token ?? "" } })
      queryClient.removeQueries({ queryKey: ownPageQuery.queryKey })
      return true
    },
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const page = useQuery({ ...ownPageQuery, enabled: token === undefined || opened.isSuccess })
  useEffect(() => {
    if (opened.isSuccess && inAddress !== undefined)
      void navigate({ to: "/c", hash: "", replace: true, resetScroll: false })
  }, [opened.isSuccess, inAddress, navigate])
  const error = opened.error ?? page.error ?? undefined
  const retry = () => void (opened.error ? opened.refetch() : page.refetch())
  return { page: opened.error ? undefined : page.data, error, retry, hadToken: token !== undefined }
}

/** Keeps what is shown up to date while the page is open; when the link is revoked, all of it is forgotten. */
export function useLive(open: boolean): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!open) return
    return listenLive(queryClient, () => void queryClient.resetQueries({ queryKey: ["candidate"] }))
  }, [open, queryClient])
}
