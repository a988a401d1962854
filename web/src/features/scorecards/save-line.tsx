import type { SaveState } from "./use-card.ts"

const words: Record<SaveState, string> = {
  saved: "Draft saved",
  typing: "Saving",
  saving: "Saving",
  "kept-here": "Kept on this device, sent when the server answers",
  newer: "Kept on this device until you choose",
}

/** A quiet word on whether the draft is safe. */
export function SaveLine({ state }: { state: SaveState }) {
  return (
    <span role="status" className="text-small text-ink-2">
      {words[state]}
    </span>
  )
}
