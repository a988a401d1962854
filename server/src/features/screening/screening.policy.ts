import type { MineRow } from "../interviews/mine.ts"

/**
 * A rater's screens, oldest first: those of applications still in the stage they are read for, and the ones whose card
 * this rater has submitted, so that they can look again.
 */
export const inQueue = (rows: readonly MineRow[]): MineRow[] =>
  rows
    .filter(
      ({ application, interview, mine }) =>
        mine === "submitted" ||
        (application.status === "in-stage" && application.stageIndex === interview.stageIndex),
    )
    .toSorted(
      (a, b) =>
        a.interview.createdAt.getTime() - b.interview.createdAt.getTime() ||
        (a.interview.id < b.interview.id ? -1 : 1),
    )
