import { countWords, spokenSeconds } from "@backfill/coach"
import type { Story } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { ProblemState, useKeys } from "../../app/index.ts"
import {
  Button,
  EmptyState,
  FieldError,
  Link,
  Loading,
  PageHeader,
  Section,
  Table,
  Time,
} from "../../ui/index.ts"
import { Downloads } from "./downloads.tsx"
import { Findings } from "./findings.tsx"
import { takeInventory } from "./inventory.ts"
import { storiesQuery, useWrite } from "./queries.ts"
import { titleOf } from "./story-mark.tsx"
import { capital, inWords, THEME_WORDS, THEMES } from "./themes.ts"

/** The inventory: what there is to tell, and what is missing. */
export function StoriesPage() {
  const stories = useQuery(storiesQuery)
  if (stories.data) return <Inventory stories={stories.data} />
  return (
    <>
      <PageHeader title="Stories" />
      {stories.error ? (
        <ProblemState error={stories.error} retry={() => void stories.refetch()} />
      ) : (
        <Loading label="Loading your stories" />
      )}
    </>
  )
}

function Inventory({ stories }: { stories: Story[] }) {
  const write = useWrite()
  useKeys({ n: { label: "Write a story", run: () => void write.run("new") } })
  const button = (
    <Button variant="primary" keys="n" pending={write.pending} onClick={() => void write.run("new")}>
      {stories.length === 0 ? "Write the first one" : "Write a story"}
    </Button>
  )
  const failure = write.failure && <FieldError>{write.failure}</FieldError>
  if (stories.length === 0)
    return (
      <>
        <PageHeader
          title="Stories"
          under="What you will tell in a behavioural round, written down and looked at."
        />
        <EmptyState title="Six to eight true stories answer nearly every question" action={button}>
          <p>
            Start with a night something broke: about 250 words, as you would say it. A coach reads along and
            asks what a listener would miss. Only you can see any of it.
          </p>
        </EmptyState>
        {failure}
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Link to="/stories/import">Bring some from a file</Link>
          <Link to="/stories/learn">Read eight worked stories first</Link>
        </p>
      </>
    )
  return (
    <>
      <PageHeader
        over={
          stories.length < 6
            ? `Stories, ${stories.length} of six to eight`
            : `${stories.length} stories; six to eight carry a round`
        }
        title={headline(stories)}
        actions={button}
      />
      {failure}
      <div className="grid gap-12">
        <Section
          title="Your stories"
          note="only you can see them"
          aside={<Link to="/stories/matrix">Coverage matrix</Link>}
        >
          <StoryTable stories={stories} />
        </Section>
        <Section title="What a round would miss">
          <Findings stories={stories} />
        </Section>
        <Section title="In and out" rule="hair">
          <dl className="grid max-w-[46rem]">
            <Way name="In">
              <Link to="/stories/import">Bring some from a file</Link>
            </Way>
            <Way name="Out">
              <Downloads stories={stories} />
              <Link to="/stories/print">On paper</Link>
            </Way>
            <Way name="To learn from">
              <Link to="/stories/learn">Eight worked stories</Link>
            </Way>
          </dl>
        </Section>
      </div>
    </>
  )
}

function Way({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-rule py-2 last:border-0 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-6 gap-y-1">{children}</dd>
    </div>
  )
}

function headline(stories: readonly Story[]): string {
  const { fewer, noOnCall, uncovered, onlyCould } = takeInventory(stories)
  if (noOnCall && stories.length > 2) return "No story yet in which something breaks at night"
  if (fewer > 0)
    return fewer === 1 ? "One more story makes six" : `${capital(inWords(fewer))} more stories make six`
  if (uncovered.length > 0)
    return `${THEMES.length - uncovered.length} of ${THEMES.length} themes have a story`
  return onlyCould.length > 0 ? "Every theme has a story that tells it or could" : "Every theme is told"
}

function StoryTable({ stories }: { stories: Story[] }) {
  return (
    <Table<Story>
      stacks
      caption="Your stories"
      density="tall"
      rows={stories}
      rowKey={(story) => story.id}
      columns={[
        {
          id: "title",
          head: "Story",
          names: true,
          className: "sm:w-[19rem] py-1.5",
          cell: (story) => (
            <Link
              to="/stories/$storyId"
              params={{ storyId: story.id }}
              look="ink"
              className="read [overflow-wrap:anywhere]"
            >
              {titleOf(story)}
            </Link>
          ),
        },
        { id: "tells", head: "Tells", className: "py-1.5", cell: (story) => named(story, "tells") },
        {
          id: "could",
          head: "Could tell",
          className: "py-1.5",
          cell: (story) => dimmed(named(story, "could")),
        },
        {
          id: "hour",
          head: "Bad hour",
          className: "whitespace-nowrap",
          cell: (story) => (story.badHour ? "yes" : ""),
        },
        { id: "words", head: "Words", figure: true, cell: (story) => countWords(story.text) },
        {
          id: "told",
          head: "Told in",
          figure: true,
          className: "whitespace-nowrap",
          cell: (story) => minutes(story.text),
        },
        {
          id: "changed",
          head: "Changed",
          className: "whitespace-nowrap",
          cell: (story) => <Time at={story.updatedAt} form="relative" />,
        },
      ]}
    />
  )
}

const named = (story: Story, how: "tells" | "could") =>
  THEMES.filter((theme) => story.themes[theme] === how)
    .map((theme) => THEME_WORDS[theme].name)
    .join(", ")

const dimmed = (words: string) => (words === "" ? "" : <span className="text-ink-2">{words}</span>)

/** How long a text takes to say, at a pace between slow and fast. */
export function minutes(text: string): string {
  const { min, max } = spokenSeconds(countWords(text))
  const said = (min + max) / 2
  return `${Math.floor(said / 60)}:${String(Math.round(said % 60)).padStart(2, "0")}`
}
