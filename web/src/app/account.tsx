import { queryOptions, useQuery } from "@tanstack/react-query"
import { createContext, useContext } from "react"
import { getJson } from "./api.ts"

export type Role = "owner" | "recruiter" | "hiring-manager" | "interviewer" | "member"

export type Account = {
  id: string
  name: string
  email: string
  roles: ReadonlyArray<Role>
}

export type World = "practise" | "hire"

/** Who is signed in; fails with status 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => getJson<Account>("/api/session", signal),
  staleTime: 60_000,
})

/** The worlds an account has: members practise; every other role hires. */
export function worldsOf(account: Pick<Account, "roles">): World[] {
  const hires = account.roles.some((role) => role !== "member")
  return [
    ...(account.roles.includes("member") ? (["practise"] as const) : []),
    ...(hires ? (["hire"] as const) : []),
  ]
}

/** Gives the account to what is below. The shell does it once the session is there. */
export const AccountContext = createContext<Account | undefined>(undefined)

/** The account signed in. Only inside the shell or a room, where there always is one. */
export function useAccount(): Account {
  const account = useContext(AccountContext)
  if (!account) throw new Error("useAccount needs a signed-in frame above it")
  return account
}

/** The session as a query, for frames and the sign-in page. */
export function useSession() {
  return useQuery(sessionQuery)
}
