import type { Story, StoryTheme } from "@backfill/contract"
import { type ReactNode, useMemo } from "react"
import { Button, Link } from "../../ui/index.ts"
import { ENOUGH, takeInventory } from "./inventory.ts"
import { useThemeWords } from "./serves/use-theme-words.ts"
import { type How, titleOf } from "./story-mark.tsx"
import { candidatesFor } from "./suggest.ts"
import { capital, inWords, KIND_WORDS, listed, THEME_WORDS } from "./themes.ts"

/** What the inventory lacks, a line each; nothing missing is said too. */
export function Findings({ stories }: { stories: readonly Story[] }) {
  const lines = linesFor(stories)
  if (lines.length === 0)
    return (
      <p className="max-w-measure text-ink-2">
        Nothing is missing. Tell each story to three different questions now.
      </p>
    )
  return (
    <ul className="grid max-w-[46rem]">
      {lines.map(({ id, what, nudge }) => (
        <li
          key={id}
          className="grid gap-x-6 border-b border-rule py-2.5 last:border-0 sm:grid-cols-[15rem_minmax(0,1fr)]"
        >
          <span>{what}</span>
          <span className="text-ink-2">{nudge}</span>
        </li>
      ))}
    </ul>
  )
}

type Line = { id: string; what: ReactNode; nudge: ReactNode }

function linesFor(stories: readonly Story[]): Line[] {
  const found = takeInventory(stories)
  const lines: (Line | false)[] = [
    found.fewer > 0 && {
      id: "few",
      what: `${ENOUGH - found.fewer === 0 ? "No story" : ENOUGH - found.fewer === 1 ? "One story" : `Only ${inWords(ENOUGH - found.fewer)} stories`} so far`,
      nudge: `Six to eight carry a round of four to six questions: ${inWords(found.fewer)} to go.`,
    },
    found.noOnCall && {
      id: "no-on-call",
      what: "Nothing breaks at a bad hour",
      nudge: "When were you last woken, or still there at ten? A panel wants to see you then.",
    },
    found.missingKinds.length > 0 && {
      id: "kinds",
      what: `${capital(inWords(found.missingKinds.length))} of six kinds missing`,
      nudge: `Still to find: ${listed(found.missingKinds.map((kind) => KIND_WORDS[kind]))}.`,
    },
    found.rigid.length > 0 && {
      id: "rigid-story",
      what: found.rigid.length === 1 ? "One story serves one question" : "Stories that serve one question",
      nudge: (
        <>
          <Named stories={found.rigid} />. Which other question would the same events answer, told from
          another end?
        </>
      ),
    },
    found.unmarked.length > 0 && {
      id: "unmarked",
      what: "Not marked with a theme yet",
      nudge: <Named stories={found.unmarked} />,
    },
  ]
  return lines.filter((line) => line !== false)
}

function Named({ stories }: { stories: readonly Pick<Story, "id" | "title">[] }) {
  return stories.map((story, at) => (
    <span key={story.id}>
      {at > 0 && ", "}
      <Link to="/stories/$storyId" params={{ storyId: story.id }} look="ink">
        {titleOf(story)}
      </Link>
    </span>
  ))
}

export type EmptyColumnsProps = {
  stories: readonly Story[]
  onMark: (story: Story, theme: StoryTheme, how: How) => void
}

/** Which columns are empty, and which story might fill one by the sound of its words. */
export function EmptyColumns({ stories, onMark }: EmptyColumnsProps) {
  const { uncovered, onlyCould } = takeInventory(stories)
  const known = useThemeWords()
  const candidates = useMemo(
    () => (known ? candidatesFor(takeInventory(stories).uncovered, stories, known) : []),
    [stories, known],
  )
  const without = uncovered.filter((theme) => !candidates.some((each) => each.theme === theme))
  return (
    <div className="grid max-w-[46rem] gap-4">
      {uncovered.length === 0 && <p>Every theme has a story that tells it or could.</p>}
      {candidates.length > 0 && (
        <div>
          <p className="mb-1 text-ink-2">
            By its words, one of your stories may serve these. A guess: you know what happened.
          </p>
          <ul>
            {candidates.map(({ theme, story }) => (
              <Candidate
                key={theme}
                theme={theme}
                story={story}
                onTake={() => onMark(story, theme, "could")}
              />
            ))}
          </ul>
        </div>
      )}
      {without.length > 0 && (
        <p>
          {candidates.length > 0 ? "Nothing sounds like" : "No story yet for"}{" "}
          {listed(without.map((theme) => THEME_WORDS[theme].name.toLowerCase().replace(" ai", " AI")))}.
        </p>
      )}
      {without[0] && (
        <p className="text-ink-2">
          Begin with “{THEME_WORDS[without[0]].name}”. Listeners hope to hear {THEME_WORDS[without[0]].hopes}.
          When did that last happen to you?
        </p>
      )}
      {onlyCould.length > 0 && (
        <p className="text-ink-2">
          {onlyCould.length === 1 ? "One theme is" : `${capital(inWords(onlyCould.length))} themes are`} only
          a ring: tell a story once to that question, aloud, and fill it.
        </p>
      )}
    </div>
  )
}

type CandidateProps = { theme: StoryTheme; story: Story; onTake: () => void }

function Candidate({ theme, story, onTake }: CandidateProps) {
  const { name, hopes } = THEME_WORDS[theme]
  return (
    <li className="grid items-baseline gap-x-6 border-b border-rule py-2 last:border-0 sm:grid-cols-[15rem_minmax(0,1fr)_auto]">
      <span title={`Listeners hope to hear ${hopes}`}>{name}</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Named stories={[story]} />
      </span>
      <Button
        className="min-h-8! justify-self-start"
        aria-label={`${titleOf(story)} could tell ${name}`}
        onClick={onTake}
      >
        It could
      </Button>
    </li>
  )
}
