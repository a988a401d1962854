import { countWords, textOf, WORKED_STORIES, type WorkedStory } from "@backfill/coach"
import { Link, PageHeader, Table } from "../../ui/index.ts"
import { minutes } from "./stories-page.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

const named = (slugs: readonly string[]) =>
  THEMES.filter((theme) => slugs.includes(theme))
    .map((theme) => THEME_WORDS[theme].name)
    .join(", ")

/** Eight stories to learn from. */
export function LearnPage() {
  return (
    <>
      <PageHeader
        over={<Link to="/stories">Stories</Link>}
        title="Eight stories that hold"
        under="Invented, at full length, in different voices and at every level, each marked part by part. Read for the order in which things are told; the words should be yours."
      />
      <Table<WorkedStory>
        stacks
        density="tall"
        caption="Worked stories"
        rows={WORKED_STORIES}
        rowKey={(story) => story.id}
        columns={[
          {
            id: "title",
            head: "Story",
            names: true,
            className: "sm:w-[18rem] py-1.5",
            cell: (story) => (
              <Link to="/stories/learn/$workedId" params={{ workedId: story.id }} look="ink" className="read">
                {story.title}
              </Link>
            ),
          },
          {
            id: "voice",
            head: "Told by",
            className: "py-1.5",
            cell: (story) => <span className="text-ink-2">{story.voice}</span>,
          },
          {
            id: "level",
            head: "Level",
            className: "whitespace-nowrap",
            cell: (story) => <span className="whitespace-nowrap">{story.level}</span>,
          },
          { id: "tells", head: "Tells", className: "py-1.5", cell: (story) => named(story.tells) },
          {
            id: "could",
            head: "Could tell",
            className: "py-1.5",
            cell: (story) => <span className="text-ink-2">{named(story.could)}</span>,
          },
          { id: "words", head: "Words", figure: true, cell: (story) => countWords(textOf(story)) },
          {
            id: "told",
            head: "Told in",
            figure: true,
            className: "whitespace-nowrap",
            cell: (story) => minutes(textOf(story)),
          },
        ]}
      />
    </>
  )
}
