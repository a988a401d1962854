import type { Story } from "@backfill/contract"
import { Link, Section } from "../../ui/index.ts"

/** The draft as it was written, to hold against what was said; and the way to tell it again. */
export function DraftBeside({
  story,
  again,
}: {
  story: Story | undefined
  again: Record<string, string | undefined>
}) {
  return (
    <Section
      title={story ? "Your draft" : "No story chosen"}
      aside={
        <Link to="/rehearse/tell" search={again}>
          Tell it again
        </Link>
      }
    >
      {story ? (
        <div className="grid gap-3">
          {story.text.trim() === "" ? (
            <p className="text-ink-2">Nothing is written yet.</p>
          ) : (
            <p
              className="read max-h-[70dvh] overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]"
              tabIndex={0}
              role="group"
              aria-label="Your draft"
            >
              {story.text}
            </p>
          )}
          <p>
            <Link to="/stories/$storyId" params={{ storyId: story.id }}>
              Open it to write
            </Link>
          </p>
        </div>
      ) : (
        <p className="text-ink-2">Told with a story chosen, its draft stands here.</p>
      )}
    </Section>
  )
}
