import type { CandidatePage } from "@backfill/contract"
import { allowedMinutes, type Exercise, exerciseById, type Kit, type Plan } from "@backfill/core"
import { found } from "../../platform/problem-error.ts"
import type { ApplicationRow } from "../applications/change-application.ts"
import type { HeldRound } from "../applications/rounds.store.ts"
import { isIn, stateOfAttempt } from "../attempts/attempts.present.ts"
import type { AttemptRow } from "../attempts/attempts.store.ts"
import { timeFactorOf } from "../interviews/length.ts"

/** What the candidate can do with an exercise now: go on with it, start it, or wait until it opens. */
export type ExerciseStanding = "running" | "open" | "waiting"
export interface Next {
  next: CandidatePage["next"]
  /** Set where the next step is an exercise. */
  exercise: { standing: ExerciseStanding; judgedOn: string[] } | null
}

export const NOTHING_NEXT: Next = { next: null, exercise: null }

/** The kit's exercise that an attempt is at. */
export const exerciseOf = (kit: Kit, attempt: AttemptRow): Exercise =>
  found(exerciseById(kit, attempt.exerciseId))

/** What comes next: an exercise that runs, the earliest interview still ahead, an exercise given, or the stage itself. */
export function nextOf(
  row: ApplicationRow,
  plan: Plan,
  rounds: readonly HeldRound[],
  tries: readonly AttemptRow[],
  kit: Kit,
  own: { timeFactor: number | null; timeZone: string },
  now: Date,
): Next {
  const factor = timeFactorOf(own.timeFactor)
  const open = tries.filter((one) => !isIn(one, now))
  const running = open.find((one) => stateOfAttempt(one, now) === "running")
  const ahead = rounds
    .filter(
      (round) =>
        round.kind === "interview" &&
        (round.state === "planned" || round.state === "running") &&
        round.startsAt !== null &&
        round.startsAt.getTime() + (allowedMinutes(round.minutes, factor) ?? round.minutes * 2) * 60_000 >
          now.getTime(),
    )
    .sort((a, b) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0))[0]
  const attempt = running ?? (ahead ? undefined : firstToOpen(open))
  if (attempt) {
    const exercise = exerciseOf(kit, attempt)
    const standing = running ? "running" : isLater(attempt.availableFrom, now) ? "waiting" : "open"
    return {
      next: {
        title: exercise.title,
        summary: summaryOf(standing, exercise.preparation !== undefined),
        startsAt: attempt.availableFrom?.toISOString() ?? null,
        timeZone: own.timeZone,
        minutes: allowedMinutes(attempt.minutes, factor),
        where: "On this page",
        withPeople: [],
        interviewId: null,
      },
      exercise: { standing, judgedOn: exercise.judgedOn },
    }
  }
  if (ahead) {
    const round = plan.stages.flatMap((stage) => stage.rounds).find((one) => one.id === ahead.roundId)
    const next = {
      title: ahead.title,
      summary: round?.summary ?? "",
      startsAt: ahead.startsAt?.toISOString() ?? null,
      timeZone: own.timeZone,
      minutes: allowedMinutes(ahead.minutes, factor),
      where: ahead.location,
      withPeople: ahead.raters.map((rater) => rater.name),
      interviewId: ahead.id,
    }
    return { next, exercise: null }
  }
  const stage = plan.stages[row.stageIndex]
  if (!stage) return NOTHING_NEXT
  const next = {
    title: stage.title,
    summary: stage.summary,
    startsAt: null,
    timeZone: own.timeZone,
    minutes: null,
    where: "",
    withPeople: [],
    interviewId: null,
  }
  return { next, exercise: null }
}

const isLater = (at: Date | null, now: Date): boolean => at !== null && at > now

const firstToOpen = (open: readonly AttemptRow[]): AttemptRow | undefined =>
  open.toSorted((a, b) => (a.availableFrom?.getTime() ?? 0) - (b.availableFrom?.getTime() ?? 0))[0]

function summaryOf(standing: ExerciseStanding, preparation: boolean): string {
  if (standing === "running") return "Go on where you left off."
  const start = standing === "open" ? "Start when you are ready." : "It opens at the time below."
  return preparation ? `${start} What helps you prepare is below.` : start
}
