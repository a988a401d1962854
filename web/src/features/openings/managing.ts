import type { Role } from "@backfill/contract"
import { useAccount } from "../../app/index.ts"

const managing: ReadonlyArray<Role> = ["owner", "recruiter", "hiring-manager"]

/** Whether the person here may open roles and change their plans; the server decides again. */
export function useManages(): boolean {
  return useAccount().roles.some((role) => managing.includes(role))
}
