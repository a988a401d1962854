import type { PinnedChanges } from "@backfill/contract"
import type { Kit } from "@backfill/core"
import { competencyAt, exerciseAt, questionAt } from "./pages.ts"

type Change = PinnedChanges["changes"][number]

export const kindWords: Record<Change["kind"], string> = {
  changed: "Changed",
  added: "New",
  removed: "Gone",
}

/** The finding, as the page's title. */
export function changesTitle({ now, same, changes }: PinnedChanges): string {
  if (!now) return "The kit on disk can’t be read"
  if (same) return "Nothing has changed since"
  return changes.length === 0
    ? "Edited since, with nothing new for panels"
    : "The kit on disk has changed since"
}

/** How many things changed, are new, are gone: "3 changed, 1 new". */
export function countWords(changes: readonly Change[]): string {
  const words: Record<Change["kind"], string> = { changed: "changed", added: "new", removed: "gone" }
  return (["changed", "added", "removed"] as const)
    .map((kind) => [changes.filter((one) => one.kind === kind).length, words[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ")
}

/** The page of the pinned kit a change is about; undefined where there is none. */
export function pageOfChange({ noun, id }: Change, kit: Kit): string | undefined {
  switch (noun) {
    case "question":
      return questionAt(id)
    case "exercise":
      return exerciseAt(id)
    case "competency":
      return competencyAt(id)
    case "guide":
      return id in kit.guides ? `guide/${id}` : undefined
    case "discipline":
      return "framework"
    case "résumé criterion":
      return "resume"
    case "round":
    case "stage":
      return "rounds"
    case "form":
    case "field":
      return "form"
    default:
      return undefined
  }
}
