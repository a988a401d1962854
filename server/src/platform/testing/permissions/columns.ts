import { accountCookie, candidateCookie } from "./sign-in.ts"
import type { Case, State, World } from "./world.ts"

/** Who calls, in the order of the written table. */
export const COLUMNS = [
  "Stranger",
  "Member",
  "Candidate",
  "Other candidate",
  "Rater",
  "Team interviewer",
  "Interviewer elsewhere",
  "Recruiter",
  "Recruiter elsewhere",
  "Hiring manager",
  "Owner",
] as const
export type Column = (typeof COLUMNS)[number]

const ACCOUNTS: Partial<Record<Column, keyof World["people"]>> = {
  Member: "member",
  Rater: "rater",
  "Team interviewer": "teamInterviewer",
  "Interviewer elsewhere": "otherInterviewer",
  Recruiter: "recruiter",
  "Recruiter elsewhere": "otherRecruiter",
  "Hiring manager": "manager",
  Owner: "owner",
}

/** A fresh cookie for who calls; a stranger has none. */
export async function cookieOf(world: World, column: Column, state: State): Promise<string | undefined> {
  const person = ACCOUNTS[column]
  if (person) return accountCookie(world.t, world.people[person].id)
  if (column === "Candidate") return candidateCookie(world.t, world.cases[state].applicationId)
  return column === "Other candidate" ? candidateCookie(world.t, world.other.applicationId) : undefined
}

/** The applications of which anything may be in an answer to this caller. */
function within(world: World, column: Column, state: State): readonly Case[] {
  const { cases, other } = world
  const here = Object.values(cases)
  switch (column) {
    case "Owner":
      return [...here, other]
    case "Rater":
    case "Recruiter":
    case "Hiring manager":
      return here
    case "Candidate":
      return [cases[state]]
    case "Other candidate":
    case "Interviewer elsewhere":
    case "Recruiter elsewhere":
      return [other]
    default:
      return []
  }
}

/** What tells who somebody is. The first name alone also stands in other words of this world. */
export const identityOf = ({ applicant }: Case): string[] => [
  applicant.name,
  applicant.name.split(" ")[1] ?? "",
  applicant.email,
  applicant.phone,
  applicant.fileName,
]

const marksOf = (one: Case): string[] => [
  ...identityOf(one),
  one.applicationId,
  one.interviewId,
  one.screenId,
  one.attemptId,
  one.attemptFileId,
  one.resumeFileId,
]

/** Strings that no answer to this caller may hold: ids and persons of applications they have nothing to do with. */
export function foreign(world: World, column: Column, state: State): string[] {
  const seen = within(world, column, state)
  return [...Object.values(world.cases), world.other].filter((one) => !seen.includes(one)).flatMap(marksOf)
}

/** Who it is that this caller reads blind. */
export function blinded({ cases, other }: World, column: Column): string[] {
  if (column === "Rater" || column === "Hiring manager") return identityOf(cases.draft)
  return column === "Interviewer elsewhere" ? identityOf(other) : []
}
