import type { AttemptText } from "./use-attempt-text.ts"
import type { SaveState } from "./text-saving.ts"

const words: Record<SaveState, string> = {
  saved: "Saved",
  typing: "Writing…",
  saving: "Saving…",
  device: "On this device; sent once connected",
  elsewhere: "Two versions; choose below",
  over: "Closed for changes",
  "signed-out": "On this device; open your link again to go on",
}

/** One quiet word on where the text is; says so plainly when it is nowhere but on the page. */
export function SaveWords({ work }: { work: AttemptText }) {
  const fragile = work.state === "device" && !work.onDevice
  return (
    <span className={fragile ? "font-medium text-warn" : undefined}>
      {fragile ? "Not saved yet: leave this page open" : words[work.state]}
    </span>
  )
}
