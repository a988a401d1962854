import { Button } from "../../ui/index.ts"
import type { SaveState } from "./use-story-draft.ts"

const words: Record<SaveState, string> = {
  saved: "Saved",
  writing: "Writing",
  saving: "Saving",
  "kept-here": "Kept on this device; sent when the server answers",
  newer: "Changed in another window. Your words here are kept; nothing is overwritten yet",
}

/** A quiet word on whether the story is safe. */
export function SaveLine({ state, onSave }: { state: SaveState; onSave: () => void }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4">
      <span role="status">{words[state]}</span>
      {state === "newer" && (
        <>
          <Button className="min-h-6! text-small" onClick={onSave}>
            Save mine over it
          </Button>
        </>
      )}
    </span>
  )
}
