import type { Account, Invitation, Role } from "@backfill/contract"
import type { accounts, invitations } from "../../platform/database/schema/platform.ts"

export const presentAccount = (row: typeof accounts.$inferSelect): Account => ({
  id: row.id,
  name: row.name,
  email: row.email,
  roles: row.roles as Role[],
  timeZone: row.timeZone,
  disabled: row.disabledAt !== null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
})

export const presentInvitation = (row: typeof invitations.$inferSelect, invitedBy: string): Invitation => ({
  id: row.id,
  email: row.email,
  roles: row.roles as Role[],
  expiresAt: row.expiresAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  invitedBy,
})
