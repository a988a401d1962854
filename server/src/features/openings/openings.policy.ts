import { type OpeningAccess, requireRelation } from "../../platform/access.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import type { TeamRole } from "./openings.store.ts"

/** Who may change an opening, its team and its plan: whoever runs it. */
export const requireManager = (access: OpeningAccess): void =>
  requireRelation(access, "owner", "recruiter", "hiring-manager")

/** Throws invalid_request, naming each person, unless all may sign in and hold the role they are to have here. */
export function requireRoles(
  field: string,
  ids: readonly string[],
  role: TeamRole,
  usable: ReadonlyMap<string, { name: string; roles: string[] }>,
): void {
  const errors = ids.flatMap((id, index) => {
    const person = usable.get(id)
    if (person?.roles.includes(role)) return []
    const message = person
      ? `${person.name} doesn’t have the role “${role}”. The owner can add it under People.`
      : "This person has no account that can sign in any more. Choose someone else."
    return [{ path: `body.${field}.${index}`, message }]
  })
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors })
}
