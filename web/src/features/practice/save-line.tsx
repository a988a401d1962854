import { Button } from "../../ui/index.ts"
import type { SaveState } from "./use-autosave.ts"

const words: Record<SaveState, string> = {
  saved: "Saved",
  typing: "Writing",
  saving: "Saving",
  "kept-here": "Kept on this device; sent when the server answers",
  newer: "Changed in another window. Your text here is kept",
}

/** A quiet word on whether the text is safe. */
export function SaveLine({ state, onSave }: { state: SaveState; onSave: () => void }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4">
      <span role="status">{words[state]}</span>
      {state === "newer" && <Button onClick={onSave}>Save this one</Button>}
    </span>
  )
}
