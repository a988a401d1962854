import type { RecordingKind } from "@backfill/contract"
import type { RecorderState } from "./recorder-state.ts"

/** What a screen reader hears as the recorder moves on; empty where what is shown says it by itself. */
export function spokenState({ at }: RecorderState, kind: RecordingKind): string {
  switch (at) {
    case "checking":
      return `${kind === "video" ? "Camera and microphone are" : "The microphone is"} on. Nothing is recorded yet.`
    case "thinking":
      return "Time to think. Nothing is recorded."
    case "recording":
      return "Recording."
    case "finishing":
      return "Stopped."
    case "review":
      return "Your take is ready to watch."
    case "sending":
      return "Handing in. Leave this page open."
    case "idle":
    case "asking":
    case "blocked":
    case "held":
    case "sent":
      return ""
  }
}
