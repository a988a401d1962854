import { useRouter } from "@tanstack/react-router"
import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useEffect, useState } from "react"
import { Loading } from "../../ui/index.ts"
import { type Account, sessionQuery, useSession } from "../account.tsx"
import { hasStatus } from "../api.ts"
import { leaveAccount } from "../leaving.ts"
import { listenLive } from "../live.ts"
import { ProblemState } from "../problem-state.tsx"
import { Main } from "./main.tsx"

/** Waits for the session; sends someone who isn't signed in to sign in, and back here afterwards. */
export function SignedIn({ children }: { children: (account: Account) => ReactNode }) {
  const session = useSession()
  const queryClient = useQueryClient()
  const signedIn = session.data?.id
  const [entered, setEntered] = useState(signedIn)
  useEffect(() => {
    if (signedIn === undefined || signedIn === entered) return
    if (entered === undefined) return setEntered(signedIn)
    // Somebody else signed in at another window of this browser: nothing here goes on in their name.
    void leaveAccount(queryClient).then(() => {
      setEntered(signedIn)
      void session.refetch()
    })
  }, [signedIn, entered, queryClient, session.refetch])
  useEffect(() => {
    if (signedIn === undefined) return
    // A session ended elsewhere ends here: what was on the page is forgotten and the door is shown.
    const ask = () => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    return listenLive(queryClient, ask, () => {
      void leaveAccount(queryClient)
      void queryClient.invalidateQueries()
      void session.refetch()
    })
  }, [signedIn, queryClient, session.refetch])
  if (session.data && session.data.id === entered) return children(session.data)
  if (hasStatus(session.error, 401)) return <ToSignIn />
  return (
    <Main className="mx-auto max-w-measure px-5 py-12">
      {session.error ? (
        <ProblemState page error={session.error} retry={() => void session.refetch()} />
      ) : (
        <Loading label="Signing you in" />
      )}
    </Main>
  )
}

/** Goes to the sign-in page once, remembering where from; an address read anew at each render would chase itself. */
function ToSignIn() {
  const router = useRouter()
  useEffect(() => {
    const next = router.latestLocation.href
    if (next.startsWith("/sign-in")) return
    void router.navigate({ to: "/sign-in", search: { next } as never, replace: true })
  }, [router])
  return null
}
