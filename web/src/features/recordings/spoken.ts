import type { RecorderState } from "./recorder-state.ts"

/** What a screen reader hears as the recorder moves on; empty where what is shown says it by itself. */
export function spokenState({ at }: RecorderState): string {
  switch (at) {
    case "checking":
      return "Camera and microphone are on. Nothing is recorded yet."
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
