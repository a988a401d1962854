import {
  countWords,
  PARTS,
  type Part,
  spokenSeconds,
  WORKED_STORIES,
  type WorkedStory,
} from "@backfill/coach"
import type { StoryTheme, StoryThemes } from "@backfill/contract"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { cx, Link, PageHeader, Ribbon } from "../../ui/index.ts"
import { ThemeLine } from "./theme-line.tsx"
import { THEMES } from "./themes.ts"

const PART_WORDS: Record<Part, string> = {
  situation: "Situation",
  task: "Task",
  action: "Action",
  result: "Result",
  hardening: "Hardening",
  other: "Other",
}

/** A worked story with its parts: a ribbon above, a letter beside, and the sentences of a part lit as it is hovered. */
export function WorkedPage() {
  const { workedId = "" }: { workedId?: string } = useParams({ strict: false })
  const at = WORKED_STORIES.findIndex(({ id }) => id === workedId)
  const story = WORKED_STORIES[at]
  if (!story)
    return (
      <>
        <PageHeader over={<Link to="/stories/learn">Worked stories</Link>} title="No such story" />
        <p className="text-ink-2">The address may be old. The eight that there are stand on one page.</p>
      </>
    )
  return (
    <Worked key={story.id} story={story} next={WORKED_STORIES[(at + 1) % WORKED_STORIES.length] ?? story} />
  )
}

function Worked({ story, next }: { story: WorkedStory; next: WorkedStory }) {
  const [lit, setLit] = useState<Part>()
  const seconds = (text: string) => {
    const { min, max } = spokenSeconds(countWords(text))
    return (min + max) / 2
  }
  const parts = PARTS.map((part) => ({
    id: part,
    label: PART_WORDS[part].charAt(0),
    seconds: story.sentences
      .filter((each) => each.part === part)
      .reduce((sum, each) => sum + seconds(each.text), 0),
  })).filter((part) => part.seconds > 0)
  return (
    <>
      <PageHeader
        over={<Link to="/stories/learn">Worked stories</Link>}
        title={story.title}
        under={`${story.voice}; ${story.level} level.`}
      />
      <div className="max-w-[40rem]">
        <div className="mb-6">
          <ThemeLine themes={marksOf(story)} />
        </div>
        <div className="sm:pl-8">
          <Ribbon
            label="How long each part takes, told"
            parts={parts}
            total={180}
            aim={150}
            activeId={lit}
            onActive={(id) => setLit(PARTS.find((part) => part === id))}
          />
        </div>
        <div className="mt-8 grid gap-4">
          {runsOf(story).map((run) => (
            <div
              key={run[0]?.text}
              className="grid grid-cols-[1.25rem_minmax(0,1fr)] sm:grid-cols-[2rem_minmax(0,1fr)]"
            >
              <abbr
                title={PART_WORDS[run[0]?.part ?? "other"]}
                className={cx(
                  "pt-1 text-small font-semibold no-underline",
                  lit === run[0]?.part ? "text-accent" : "text-ink-3",
                )}
              >
                {PART_WORDS[run[0]?.part ?? "other"].charAt(0)}
              </abbr>
              <p className={cx("read", lit === run[0]?.part && "bg-wash")}>
                {run.map((each) => each.text).join(" ")}
              </p>
            </div>
          ))}
        </div>
        <p className="mt-10 border-t border-rule pt-3">
          Next:{" "}
          <Link to="/stories/learn/$workedId" params={{ workedId: next.id }}>
            {next.title}
          </Link>
        </p>
      </div>
    </>
  )
}

const marksOf = ({ tells, could }: WorkedStory): StoryThemes =>
  Object.fromEntries(
    THEMES.flatMap((theme): [StoryTheme, "tells" | "could"][] =>
      tells.includes(theme) ? [[theme, "tells"]] : could.includes(theme) ? [[theme, "could"]] : [],
    ),
  )

type Sentences = WorkedStory["sentences"][number][]

/** Sentences of one part that follow each other. */
function runsOf({ sentences }: WorkedStory): Sentences[] {
  const runs: Sentences[] = []
  for (const each of sentences) {
    const last = runs.at(-1)
    if (last && last[0]?.part === each.part) last.push(each)
    else runs.push([each])
  }
  return runs
}
