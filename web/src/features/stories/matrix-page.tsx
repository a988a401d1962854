import type { Story, StoryTheme } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, FootKeys, Link, Loading, PageHeader, Section } from "../../ui/index.ts"
import { EmptyColumns, Findings } from "./findings.tsx"
import { takeInventory } from "./inventory.ts"
import { Matrix } from "./matrix.tsx"
import { NarrowMatrix } from "./narrow-matrix.tsx"
import { draftOf, storiesQuery, useKeepStory, useWrite } from "./queries.ts"
import { type How, StoryMark, withTheme } from "./story-mark.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

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
  if (stories.data.length === 0) return <NoStories />
  const { uncovered } = takeInventory(stories.data)
  const covered = THEMES.length - uncovered.length
  const onMark = (story: Story, theme: StoryTheme, how: How) => void mark.run({ story, theme, how })
  return (
    <>
      <PageHeader
        over={<Link to="/stories">Stories</Link>}
        title={`${covered === THEMES.length ? "All" : `${covered} of`} ${THEMES.length} themes have a story`}
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
        <Matrix stories={stories.data} onMark={onMark} />
        <NarrowMatrix stories={stories.data} />
        <Section title="Empty columns">
          <EmptyColumns stories={stories.data} onMark={onMark} />
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

/** Before there is a row: what the columns will be, and the first step. */
function NoStories() {
  const write = useWrite()
  return (
    <>
      <PageHeader
        over={<Link to="/stories">Stories</Link>}
        title="Twenty themes, and no story yet"
        under="What a behavioural round asks about, and what the listener hopes to hear. Your stories will stand against these."
        actions={
          <Button variant="primary" pending={write.pending} onClick={() => void write.run("new")}>
            Write the first one
          </Button>
        }
      />
      {write.failure && <FieldError>{write.failure}</FieldError>}
      <dl className="max-w-[52rem]">
        {THEMES.map((theme) => (
          <div
            key={theme}
            className="grid gap-x-6 border-b border-rule py-2 last:border-0 sm:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <dt>{THEME_WORDS[theme].name}</dt>
            <dd className="text-ink-2">{THEME_WORDS[theme].hopes}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
