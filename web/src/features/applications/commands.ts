import type { Application } from "@backfill/contract"

/** What a reader may do with an application, named as the API names it. */
export type Command =
  | "unblind"
  | "decideHumanLook"
  | "decideAdjustments"
  | "resendLink"
  | "legalHold"
  | "erase"
  | "accessExport"
  | "schedule"
  | "waiveCard"
  | "openDebrief"
  | "decide"
  | "scheduleAttempt"

/** Whether the server lets this reader do it now; it is asked again when it is done. */
export function can(application: Application, command: Command): boolean {
  return application.can.includes(command)
}
