import type { Account } from "@backfill/contract"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { createContext, type ReactNode, useContext } from "react"
import { ProblemError } from "./api.ts"
import { ZoneContext } from "../ui/index.ts"
import { client } from "./client.ts"

export type { Account, Role } from "@backfill/contract"

export type World = "practise" | "hire"

/** Who is signed in; fails with status 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Account> => {
    const { account, hiring } = await client.accounts.session({ signal })
    if (account) return { ...account, roles: rolesInUse(account.roles, hiring) }
    throw new ProblemError({
      type: "about:blank",
      id: "not_signed_in",
      title: "Not signed in",
      detail: "Please sign in.",
      status: 401,
    })
  },
  staleTime: 60_000,
})

/** The roles that count while hiring is on or off: off leaves the owner and those who practise. */
export function rolesInUse(roles: Account["roles"], hiring: boolean): Account["roles"] {
  return hiring ? roles : roles.filter((role) => role === "owner" || role === "member")
}

/** The worlds an account has: members practise, those who recruit, manage or interview hire. The owner's role is neither. */
export function worldsOf(account: Pick<Account, "roles">): World[] {
  const hires = account.roles.some((role) => role !== "member" && role !== "owner")
  return [
    ...(account.roles.includes("member") ? (["practise"] as const) : []),
    ...(hires ? (["hire"] as const) : []),
  ]
}

const AccountContext = createContext<Account | undefined>(undefined)

/** Gives the account, and its time zone, to what is below. The frames do it once the session is there. */
export function AccountProvider({ account, children }: { account: Account; children: ReactNode }) {
  return (
    <AccountContext value={account}>
      <ZoneContext value={account.timeZone}>{children}</ZoneContext>
    </AccountContext>
  )
}

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
