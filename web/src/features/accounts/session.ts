import { queryOptions, useQueryClient } from "@tanstack/react-query"
import { useNavigate, useRouter } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { leaveAccount } from "../../app/leaving.ts"

/** Who is at this browser and what this installation allows; also for strangers. */
export const doorQuery = queryOptions({
  queryKey: ["accounts", "door"],
  queryFn: ({ signal }) => client.accounts.session({ signal }),
})

/** Only a path of our own may follow a sign-in; an address elsewhere is dropped. */
export function safeNext(next: unknown): string {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/"
}

/** Goes on after the session began: what was known about a stranger, or is left of whose session ran out here, is forgotten first. */
export function useEnter() {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async (next: string) => {
    await leaveAccount(queryClient)
    await router.invalidate()
    router.history.push(next)
  }
}

/** Goes to the door after the session ended: nothing of the account stays in memory, and nothing that opens without a network. */
export function useLeave() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    // Else the door takes the one who leaves for somebody inside.
    queryClient.removeQueries({ queryKey: doorQuery.queryKey })
    await navigate({ to: "/sign-in" })
    await leaveAccount(queryClient)
  }
}
