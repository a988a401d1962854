import type { Exercise } from "@backfill/core"
import { allowedMilliseconds, recordingRules } from "@backfill/core"
import type { ApplicationAccess } from "../../platform/access.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { stateOfAttempt } from "../attempts/attempts.present.ts"
import type { AttemptRow } from "../attempts/attempts.store.ts"
import { timeFactorOf } from "../interviews/length.ts"
import { isComplete, type TakeRow } from "./recordings.store.ts"

/** A recording may be a little over: pressing stop takes a moment. */
const SLACK_MS = 5000

/** Whose time it is: an adjustment lengthens a take as it lengthens the whole. */
type Timed = Pick<AttemptRow, "timeFactor">

/** How many seconds a take of this attempt may last, rounded up; null where no limit applies to this person. */
export function takeSeconds(exercise: Exercise, { timeFactor }: Timed): number | null {
  const allowed = allowedMilliseconds(recordingRules(exercise).seconds * 1000, timeFactorOf(timeFactor))
  return allowed === null ? null : Math.ceil(allowed / 1000)
}

/** Whether a take is known to be longer than this attempt allows. What is longer is kept, and not handed in. */
export function isOverLimit({ durationMs }: TakeRow, exercise: Exercise, attempt: Timed): boolean {
  const seconds = takeSeconds(exercise, attempt)
  return seconds !== null && (durationMs ?? 0) > seconds * 1000 + SLACK_MS
}

/**
 * Faces and voices are met after the résumé screen is decided, by everybody: who screens, who handles the application and
 * who had the name opened before.
 */
export function requireScreened({
  application,
  plan,
}: Pick<ApplicationAccess, "application" | "plan">): void {
  const screen = plan.stages.findLastIndex((stage) => stage.kind === "screen")
  if (application.stageIndex <= screen)
    throw new ProblemError("not_allowed", {
      detail:
        "Recordings open once the résumé screen is decided, so that it is judged without a face or a voice. Nothing is missing; look again then.",
    })
}

/**
 * The take that counts as handed in: the chosen one; where time ran out without a hand-in, else the last that arrived whole.
 * None while the attempt goes on.
 */
export function handedTake(attempt: AttemptRow, takes: readonly TakeRow[], now: Date): TakeRow | undefined {
  const state = stateOfAttempt(attempt, now)
  if (state !== "submitted" && state !== "expired") return undefined
  const whole = takes.filter((take) => take.attemptId === attempt.id && isComplete(take))
  return whole.find((take) => take.chosen) ?? (state === "expired" ? whole.at(-1) : undefined)
}

/** Throws unless this take can be handed in as things stand. */
export function requireHandable(
  take: TakeRow | undefined,
  exercise: Exercise,
  attempt: Timed,
): asserts take is TakeRow {
  if (!take)
    throw new ProblemError("wrong_state", {
      detail:
        "Nothing was handed in yet, and nothing is lost: choose the take to hand in, or delete your takes to hand in your words alone.",
    })
  if (!isComplete(take))
    throw new ProblemError("wrong_state", {
      detail: `Not all of your recording has arrived yet: ${take.offset} bytes are safe here. Keep this page open until it is complete, then hand it in.`,
    })
  if (isOverLimit(take, exercise, attempt))
    throw new ProblemError("wrong_state", {
      detail: `This recording is longer than the ${takeSeconds(exercise, attempt)} seconds there are. It is safe; choose another take or record a shorter one.`,
    })
}
