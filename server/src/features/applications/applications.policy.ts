import type { ApplicationAccess, ApplicationHead } from "../../platform/access.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { stateOf } from "./change-application.ts"
import type { StoryReader } from "./story.ts"

/** Whether someone runs the opening, as against only interviewing in it. */
export const manages = ({ relations }: ApplicationAccess): boolean =>
  relations.has("owner") || relations.has("recruiter") || relations.has("hiring-manager")
export const recruits = ({ relations }: ApplicationAccess): boolean =>
  relations.has("owner") || relations.has("recruiter")
export const storyReader = (access: ApplicationAccess): StoryReader =>
  recruits(access) ? "recruiting" : manages(access) ? "managing" : "panel"

/** Throws wrong_state for an application of which nothing is left. */
export function requireNotErased(row: ApplicationHead): void {
  if (row.status === "erased")
    throw new ProblemError("wrong_state", {
      detail: "This application was erased, so nothing can be done with it.",
    })
}

/** The commands this reader may give now, by the names of their endpoints. What a page offers follows from it. */
export function commandsFor(access: ApplicationAccess): string[] {
  const { application: row, relations, blind } = access
  if (row.status === "erased") return []
  const { place, knockOut, legalHold } = stateOf(row)
  const owner = relations.has("owner")
  const collects = place.kind === "collecting" || place.kind === "held"
  return [
    ...(blind ? ["unblind"] : []),
    ...(manages(access) && knockOut?.look === "requested" && place.kind === "disqualified"
      ? ["decideHumanLook"]
      : []),
    ...(recruits(access) && row.endedAt === null ? ["decideAdjustments", "scheduleAttempt"] : []),
    ...(recruits(access) ? ["resendLink"] : []),
    ...(manages(access) && collects ? ["schedule", "waiveCard"] : []),
    ...(manages(access) && place.kind === "collecting" ? ["openDebrief"] : []),
    ...(manages(access) &&
    ["debrief", "held", "stopped", "deciding-offer", "offered", "not-offered"].includes(place.kind)
      ? ["decide"]
      : []),
    ...(owner ? ["legalHold", "accessExport"] : []),
    ...(owner && legalHold === null ? ["erase"] : []),
  ]
}
