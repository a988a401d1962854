import { Link } from "../../ui/index.ts"
import { titleOf } from "../stories/story-mark.tsx"
import { Pips } from "./pips.tsx"
import type { Telling } from "./tellings.ts"

/** In the plan: each story with the questions it met this week, and the way to the next one. */
export function ToldThisWeek({ tellings }: { tellings: readonly Telling[] }) {
  return (
    <ul aria-label="Questions each story met this week" className="grid">
      {tellings.map(({ story, told, next }) => (
        <li key={story.id} className="flex min-h-8 flex-wrap items-center justify-between gap-x-6">
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {titleOf(story)}
            {next && (
              <span className="text-small text-ink-2">
                , next{" "}
                <Link to="/rehearse/tell" search={{ story: story.id, kit: next.kitId, item: next.id }}>
                  {next.title}
                </Link>
              </span>
            )}
          </span>
          <Pips told={told} />
        </li>
      ))}
    </ul>
  )
}
