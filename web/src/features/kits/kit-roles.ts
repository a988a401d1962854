import type { Account } from "@backfill/contract"

type Roles = Pick<Account, "roles">

/** Whether somebody reads kits as a panel does; the server decides again. */
export const hires = ({ roles }: Roles): boolean => roles.some((role) => role !== "member")

/** Whether somebody looks after kits, and so reads everybody's flags. */
export const looksAfterKits = ({ roles }: Roles): boolean =>
  roles.some((role) => role === "owner" || role === "recruiter" || role === "hiring-manager")
