import { HIRING, MANAGING } from "@backfill/contract"
import type { AccountCaller } from "../../platform/http/call.ts"

type Roles = Pick<AccountCaller, "roles">
const hasOne = (account: Roles, roles: readonly string[]) =>
  account.roles.some((role) => roles.includes(role))

/** Whether the account reads kits as a panel does; who only practises sees them without what is for panels. */
export const readsAsPanel = (account: Roles): boolean => hasOne(account, HIRING)

/** Whether the account looks after kits: it reads everybody's flags and closes them. */
export const looksAfterKits = (account: Roles): boolean => hasOne(account, MANAGING)
