import { Button } from "../../ui/index.ts"
import type { SaveState } from "./use-card.ts"

const words: Record<SaveState, string> = {
  saved: "Draft saved",
  typing: "Saving",
  saving: "Saving",
  "kept-here": "Kept on this device, sent when the server answers",
  newer: "Another window changed this card. What you see here is kept",
}

/** A quiet word on whether the draft is safe. */
export function SaveLine({ state, onSave }: { state: SaveState; onSave: () => void }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4 text-small text-ink-2">
      <span role="status">{words[state]}</span>
      {state === "newer" && <Button onClick={onSave}>Save this one instead</Button>}
    </span>
  )
}
