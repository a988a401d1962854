import type { DeviceFault } from "./device-fault.ts"

/** Why a recording ended. `cut-off`: the page was closed, or the device slept, while it ran. */
export type Ending = "pressed" | "limit" | "device" | "full" | "cut-off" | "chosen"
export type Lost = "camera" | "microphone"

/**
 * Where the recorder stands. Times in ms; `since` by the device's clock, `ranMs` what was recorded before that. `stored`:
 * the server has said that it holds every byte; only then may a take count as handed in.
 */
export type RecorderState =
  | { at: "idle" }
  | { at: "asking" }
  | { at: "blocked"; fault: DeviceFault }
  | { at: "checking" }
  | { at: "thinking"; since: number }
  | { at: "recording"; take: string; ranMs: number; since: number }
  | { at: "held"; take: string; ranMs: number; lost: Lost }
  | { at: "finishing"; take: string; ranMs: number; ending: Ending }
  | { at: "review"; take: string; ending: Ending; stored: boolean; failure?: string }
  | { at: "sending"; take: string; ending: Ending; stored: boolean }
  | { at: "sent"; take: string }

export type RecorderEvent =
  | { type: "ask" }
  | { type: "granted" }
  | { type: "refused"; fault: DeviceFault }
  | { type: "think"; now: number }
  | { type: "start"; take: string; now: number }
  | { type: "lost"; device: Lost; now: number }
  | { type: "go-on"; now: number }
  | { type: "stop"; ending: Ending; now: number }
  /** The last bytes of a take are on the device. */
  | { type: "kept"; take: string }
  /** Nothing came of a take: not a byte was recorded. */
  | { type: "nothing"; take: string }
  /** A take that was made before is looked at again. */
  | { type: "look"; take: string; ending: Ending; stored: boolean }
  | { type: "stored"; take: string }
  | { type: "send" }
  | { type: "handed-in" }
  | { type: "failed"; why: string }
  | { type: "again" }
  | { type: "close" }

/** How much is recorded at `now`, in ms. */
export function ranAt(state: RecorderState, now: number): number {
  if (state.at === "recording") return state.ranMs + Math.max(0, now - state.since)
  return state.at === "held" || state.at === "finishing" ? state.ranMs : 0
}

/** Whether something is being recorded, or its last bytes are being kept: the page must not be left now. */
export const isRunning = ({ at }: RecorderState): boolean =>
  at === "recording" || at === "held" || at === "finishing"

/** What follows from an event. An event that has no meaning where the recorder stands changes nothing. */
export function nextState(state: RecorderState, event: RecorderEvent): RecorderState {
  switch (event.type) {
    case "ask":
      return ["idle", "blocked", "checking", "review"].includes(state.at) ? { at: "asking" } : state
    case "granted":
      return state.at === "asking" ? { at: "checking" } : state
    case "refused":
      return ["asking", "checking", "thinking"].includes(state.at)
        ? { at: "blocked", fault: event.fault }
        : state
    case "think":
      return state.at === "checking" ? { at: "thinking", since: event.now } : state
    case "start":
      return state.at === "checking" || state.at === "thinking"
        ? { at: "recording", take: event.take, ranMs: 0, since: event.now }
        : state
    case "lost":
      return state.at === "recording"
        ? { at: "held", take: state.take, ranMs: ranAt(state, event.now), lost: event.device }
        : state
    case "go-on":
      return state.at === "held"
        ? { at: "recording", take: state.take, ranMs: state.ranMs, since: event.now }
        : state
    case "stop":
      return state.at === "recording" || state.at === "held"
        ? {
            at: "finishing",
            take: state.take,
            ranMs: ranAt(state, event.now),
            ending: state.at === "held" ? "device" : event.ending,
          }
        : state
    case "kept":
      return state.at === "finishing" && state.take === event.take
        ? { at: "review", take: state.take, ending: state.ending, stored: false }
        : state
    case "nothing":
      return state.at === "finishing" && state.take === event.take ? { at: "idle" } : state
    case "look":
      return isRunning(state) || state.at === "sending" || state.at === "sent"
        ? state
        : { at: "review", take: event.take, ending: event.ending, stored: event.stored }
    case "stored":
      return (state.at === "review" || state.at === "sending") && state.take === event.take
        ? { ...state, stored: true }
        : state
    case "send":
      return state.at === "review"
        ? { at: "sending", take: state.take, ending: state.ending, stored: state.stored }
        : state
    case "handed-in":
      return state.at === "sending" && state.stored ? { at: "sent", take: state.take } : state
    case "failed":
      return state.at === "sending" ? { ...state, at: "review", failure: event.why } : state
    case "again":
      return state.at === "review" || state.at === "thinking" || state.at === "checking"
        ? { at: "idle" }
        : state
    case "close":
      return isRunning(state) || state.at === "sending" || state.at === "sent" ? state : { at: "idle" }
  }
}
