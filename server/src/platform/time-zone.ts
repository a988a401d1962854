import { ProblemError } from "./problem-error.ts"

/** Throws invalid_request, naming the field, for a time zone that this machine's calendar doesn't know. */
export function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone })
  } catch (cause) {
    throw new ProblemError("invalid_request", {
      cause,
      errors: [
        {
          path: "body.timeZone",
          message: "This time zone isn’t known. Choose one such as Europe/Amsterdam.",
        },
      ],
    })
  }
}
