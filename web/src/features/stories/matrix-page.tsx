import type { Story, StoryTheme } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { FieldError, FootKeys, Link, Loading, PageHeader, Section } from "../../ui/index.ts"
import { EmptyColumns, Findings } from "./findings.tsx"
import { takeInventory } from "./inventory.ts"
import { Matrix } from "./matrix.tsx"
import { NarrowMatrix } from "./narrow-matrix.tsx"
import { draftOf, storiesQuery, useKeepStory } from "./queries.ts"
import { type How, StoryMark, withTheme } from "./story-mark.tsx"
import { THEMES } from "./themes.ts"

/** Stories down, themes across: what is told, what could be, and what nobody could answer yet. */
export function MatrixPage() {
  const stories = useQuery(storiesQuery)
  const keep = useKeepStory()
  const mark = useAct(
    ({ story, theme, how }: { story: Story; theme: StoryTheme; how: How }, key) =>
      client.stories.save({
        params: { storyId: story.id },
        body: { ...draftOf(story), themes: withTheme(story.themes, theme, how), version: story.version },
        key,
      }),
    keep,
  )
  if (!stories.data)
    return (
      <>
        <PageHeader title="Coverage matrix" />
        {stories.error ? (
          <ProblemState error={stories.error} retry={() => void stories.refetch()} />
        ) : (
          <Loading label="Loading your stories" />
        )}
      </>
    )
  const { uncovered } = takeInventory(stories.data)
  const covered = THEMES.length - uncovered.length
  return (
    <>
      <PageHeader
        over={<Link to="/stories">Stories</Link>}
        title={
          stories.data.length === 0
            ? "Twenty themes, and no story yet"
            : `${covered === THEMES.length ? "All" : covered} of ${THEMES.length} themes have a story`
        }
        under={
          <span className="inline-flex flex-wrap items-center gap-x-5 gap-y-1 text-small">
            <span className="inline-flex items-center gap-1.5">
              <StoryMark how="tells" /> tells it
            </span>
            <span className="inline-flex items-center gap-1.5">
              <StoryMark how="could" /> could tell it
            </span>
            <span className="max-lg:hidden">press a cell to change it</span>
          </span>
        }
      />
      {mark.failure && <FieldError>{mark.failure}</FieldError>}
      <div className="grid gap-10">
        <Matrix stories={stories.data} onMark={(story, theme, how) => void mark.run({ story, theme, how })} />
        <NarrowMatrix stories={stories.data} />
        <Section title="Empty columns">
          <EmptyColumns stories={stories.data} />
        </Section>
        <Section title="What a round would miss">
          <Findings stories={stories.data} />
        </Section>
      </div>
      <div className="max-lg:hidden">
        <FootKeys keys={[{ keys: "space", label: "change a cell" }]} />
      </div>
    </>
  )
}
