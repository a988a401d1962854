import type { PracticeRecording } from "@backfill/contract"
import { Link, Table } from "../../ui/index.ts"
import { titleOf } from "../stories/story-mark.tsx"
import { Pips } from "./pips.tsx"
import type { Telling } from "./tellings.ts"

type StoriesToTellProps = {
  tellings: readonly Telling[]
  rehearsals: readonly Pick<PracticeRecording, "storyId">[]
}

/** Each story, how many questions it met this week, and the next one that fits it. */
export function StoriesToTell({ tellings, rehearsals }: StoriesToTellProps) {
  const takes = (storyId: string) => rehearsals.filter((one) => one.storyId === storyId).length
  return (
    <Table<Telling>
      stacks
      density="tall"
      caption="Stories and the questions they met"
      rows={tellings}
      rowKey={({ story }) => story.id}
      columns={[
        {
          id: "story",
          head: "Story",
          names: true,
          cell: ({ story }) => (
            <Link to="/stories/$storyId" params={{ storyId: story.id }} look="ink">
              {titleOf(story)}
            </Link>
          ),
        },
        { id: "told", head: "This week", cell: ({ told }) => <Pips told={told} /> },
        { id: "next", head: "Next", cell: (row) => <Next telling={row} /> },
        {
          id: "takes",
          head: "Takes",
          className: "whitespace-nowrap",
          figure: true,
          cell: ({ story }) =>
            takes(story.id) > 1 ? (
              <Link
                to="/rehearse/takes"
                search={{ story: story.id }}
                className="inline-flex min-h-6 items-center whitespace-nowrap"
              >
                {takes(story.id)}, compare
              </Link>
            ) : (
              takes(story.id)
            ),
        },
      ]}
    />
  )
}

function Next({ telling: { story, next } }: { telling: Telling }) {
  if (next === undefined)
    return (
      <span className="text-ink-2">
        {Object.keys(story.themes).length === 0 ? "mark its themes first" : "all that fit are told"}
      </span>
    )
  return (
    <Link
      to="/rehearse/tell"
      search={{ story: story.id, kit: next.kitId, item: next.id }}
      className="inline-flex min-h-6 items-center"
    >
      {next.title}
    </Link>
  )
}
