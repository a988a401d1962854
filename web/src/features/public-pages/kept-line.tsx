import { ConfirmButton } from "../../ui/index.ts"
import type { DraftHold } from "./use-draft.ts"

const words = {
  none: "What you write is kept on this device as you go.",
  pending: "Keeping it on this device…",
  kept: "Kept on this device. Close the page whenever you like.",
  blocked:
    "This browser keeps nothing, perhaps because the window is private. Leave the page open until you have sent it.",
}

/** Where the words written so far are, and the way to take them off a device shared with others. */
export function KeptLine({ hold }: { hold: DraftHold }) {
  const blocked = hold.keeping === "blocked"
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 text-small text-ink-2">
      <p role={blocked ? "alert" : undefined} className={blocked ? "font-medium text-warn" : "py-2"}>
        {words[hold.keeping]}
      </p>
      {hold.keeping !== "none" && (
        <ConfirmButton
          title="Clear what you have written?"
          consequence="All answers on this device are removed, and nothing is sent."
          confirm="Clear it"
          onConfirm={hold.clear}
        >
          Clear it
        </ConfirmButton>
      )}
    </div>
  )
}
