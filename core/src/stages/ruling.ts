import type { StageEvent } from "./events.ts"
import type { StageProblemId } from "./problems.ts"

/** An event before it is known who did it and when. */
export type EventBody = StageEvent extends infer Event
  ? Event extends StageEvent
    ? Omit<Event, "at" | "by">
    : never
  : never

/** What a rule gives back: the events it leads to, or why not. */
export type Ruling = StageProblemId | EventBody[]
