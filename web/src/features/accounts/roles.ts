import type { Role } from "@backfill/contract"

/** Every role as people say it, with what it lets one do. */
export const roleWords: Record<Role, { name: string; does: string }> = {
  owner: { name: "Owner", does: "Settings, people, erasure and everything below." },
  recruiter: { name: "Recruiter", does: "Opens roles, runs applications, sees contact details." },
  "hiring-manager": { name: "Hiring manager", does: "Opens roles, plans interviews, records decisions." },
  interviewer: { name: "Interviewer", does: "Runs rounds and screens they are asked to, writes scorecards." },
  member: { name: "Member", does: "Practises on the kits, unseen by anyone who hires." },
}

export const roleOrder: ReadonlyArray<Role> = [
  "owner",
  "recruiter",
  "hiring-manager",
  "interviewer",
  "member",
]

/** “Recruiter, interviewer”, in the order of the roles. */
export function rolesInWords(roles: ReadonlyArray<Role>): string {
  const names = roleOrder.filter((role) => roles.includes(role)).map((role) => roleWords[role].name)
  return names.map((name, at) => (at === 0 ? name : name.toLowerCase())).join(", ")
}
