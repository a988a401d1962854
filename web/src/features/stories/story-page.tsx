import type { DismissedHint, Story } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { sentenceFor, useAct } from "../../app/use-act.ts"
import {
  ConfirmButton,
  FieldError,
  Link,
  Loading,
  PageHeader,
  Section,
  Select,
  useFit,
} from "../../ui/index.ts"
import { useLengthChoice } from "../practice/length-choice.ts"
import { StoryEditor } from "./editor/index.ts"
import { storiesQuery, storyQuery, useKeepStory } from "./queries.ts"
import { SaveLine } from "./save-line.tsx"
import { StoryFacts } from "./story-facts.tsx"
import { titleOf } from "./story-mark.tsx"
import { ThemeLine } from "./theme-line.tsx"
import { ThemeMarks } from "./theme-marks.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"
import { useStoryDraft } from "./use-story-draft.ts"
import { Versions } from "./versions.tsx"

/** One story: its words, what it serves, and how it read before. */
export function StoryPage() {
  const { storyId = "" }: { storyId?: string } = useParams({ strict: false })
  const story = useQuery(storyQuery(storyId))
  if (story.data) return <Writing key={story.data.id} story={story.data} />
  return (
    <>
      <PageHeader over={<Link to="/stories">Stories</Link>} title="Story" />
      {story.error ? (
        <ProblemState error={story.error} retry={() => void story.refetch()} />
      ) : (
        <Loading label="Loading your story" />
      )}
    </>
  )
}

function Writing({ story }: { story: Story }) {
  const navigate = useNavigate()
  const own = useStoryDraft(story)
  const keep = useKeepStory()
  const hints = useHints(story, keep)
  const { draft, change } = own
  const title = useRef<HTMLTextAreaElement>(null)
  useFit(title, draft.title)
  const [length] = useLengthChoice()
  const place = usePlace(story.id)
  const told = THEMES.filter((theme) => draft.themes[theme] === "tells")
  const [asked, setAsked] = useState<string>()
  const theme = asked === "" ? undefined : (asked ?? told[0])
  const remove = async () => {
    try {
      await client.stories.remove({ params: { storyId: story.id }, key: crypto.randomUUID() })
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    await navigate({ to: "/stories" })
  }
  return (
    <>
      <title>{`${titleOf(draft)} · Backfill`}</title>
      <header className="@container mb-6">
        <div className="grid gap-1 @min-[880px]:pl-11">
          <p className="flex flex-wrap items-baseline gap-x-4 text-small text-ink-2">
            <span>
              <Link to="/stories">Stories</Link>
              {place}
            </span>
            <SaveLine state={own.state} onSave={() => void own.save()} />
            <Link to="/rehearse/tell" search={{ story: story.id }}>
              Hide it and tell it aloud
            </Link>
          </p>
          <h1 data-page-title="" tabIndex={-1} className="sr-only">
            {titleOf(draft)}
          </h1>
          <textarea
            ref={title}
            aria-label="Title"
            rows={1}
            value={draft.title}
            maxLength={200}
            placeholder="A title you will know it by"
            onChange={(event) => change({ title: event.target.value.replaceAll(/\s*\n\s*/g, " ") })}
            className="lead field-sizing-content w-full max-w-[44rem] resize-none border-b border-transparent bg-transparent placeholder:text-ink-3 hover:border-rule focus:border-accent focus:outline-none"
          />
          <ThemeLine themes={draft.themes} />
          <label className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
            Read as an answer to
            <span className="w-56">
              <Select
                value={theme ?? ""}
                onChange={(event) => setAsked(event.target.value)}
                options={[
                  { value: "", label: "no question in particular" },
                  ...THEMES.map((each) => ({ value: each as string, label: THEME_WORDS[each].name })),
                ]}
              />
            </span>
          </label>
        </div>
      </header>
      <StoryEditor
        text={draft.text}
        theme={theme}
        dismissed={story.dismissed}
        onText={(text) => change({ text })}
        onDismiss={hints.dismiss}
        onRestore={hints.restore}
        aim={length.aim}
        limit={length.limit}
      />
      {hints.failure && <FieldError>{hints.failure}</FieldError>}
      <div className="mt-12 grid gap-10">
        <Section title="What it serves" note="suggestions are guesses from your words; you decide">
          <ThemeMarks text={draft.text} themes={draft.themes} onChange={(themes) => change({ themes })} />
        </Section>
        <Section title="What kind of story it is" rule="hair">
          <StoryFacts draft={draft} onChange={change} />
        </Section>
        <Section title="How it read before" rule="hair">
          <Versions story={story} own={own} />
        </Section>
        <div>
          <ConfirmButton
            title={`Delete “${titleOf(draft)}”?`}
            consequence="The story, its earlier versions and the hints you set aside are gone for good."
            confirm="Delete for good"
            onConfirm={remove}
          >
            Delete this story
          </ConfirmButton>
        </div>
      </div>
    </>
  )
}

/** Which of how many, as it follows the word “Stories”; nothing until they are known. */
function usePlace(storyId: string): string {
  const all = useQuery(storiesQuery).data
  const at = all?.findIndex(({ id }) => id === storyId) ?? -1
  return all && at >= 0 ? `, ${at + 1} of ${all.length}` : ""
}

/** Sets hints aside and takes them back. */
function useHints(story: Story, keep: (story: Story) => void) {
  const params = { storyId: story.id }
  const dismissing = useAct(
    (body: Pick<DismissedHint, "finding" | "quote" | "reason">, key) =>
      client.stories.dismissHint({
        params,
        body: { ...body, quote: body.quote.slice(0, 4000).toWellFormed() },
        key,
      }),
    keep,
  )
  const restoring = useAct(
    (hintId: string, key) => client.stories.restoreHint({ params: { ...params, hintId }, key }),
    keep,
  )
  return {
    dismiss: (finding: string, quote: string, reason: string) =>
      void dismissing.run({ finding, quote, reason }),
    restore: (finding: string, quote: string) => {
      const hint = story.dismissed.find((each) => each.finding === finding && each.quote === quote)
      if (hint) void restoring.run(hint.id)
    },
    failure: dismissing.failure ?? restoring.failure,
  }
}
