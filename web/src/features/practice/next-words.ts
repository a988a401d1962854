import type { NextTelling } from "@backfill/core"
import { TELLINGS_A_STORY } from "@backfill/core"
import type { Telling } from "../rehearse/tellings.ts"
import { titleOf } from "../stories/story-mark.tsx"

/** A story to tell aloud, as the one thing to do next. */
export const tellTitle = ({ story }: Pick<Telling, "story">): string => `Tell “${titleOf(story)}” aloud`

/** Why that one, and to which question. */
export function tellUnder(
  { told, next }: Pick<Telling, "told" | "next">,
  why: NextTelling<Telling>["why"],
): string {
  const asked = next ? `, to “${next.title}”` : ""
  if (why === "never-told") return `Nobody has heard it yet, you included. Two or three minutes${asked}.`
  const met =
    told === 0
      ? "It met no question this week"
      : `It met ${told} of its ${TELLINGS_A_STORY} questions this week`
  return next ? `${met}; the next is “${next.title}”.` : `${met}.`
}
