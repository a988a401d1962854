import type { Story } from "@backfill/contract"
import { Link, Section } from "../../ui/index.ts"
import { takeInventory } from "./inventory.ts"
import { StoryMark } from "./story-mark.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

/** The coverage of twenty themes in one glance: a mark each, and the sum in words. */
export function SmallCoverage({ stories }: { stories: readonly Story[] }) {
  const { onlyCould, uncovered } = takeInventory(stories)
  const told = THEMES.length - onlyCould.length - uncovered.length
  const howOf = (theme: (typeof THEMES)[number]) =>
    uncovered.includes(theme) ? undefined : onlyCould.includes(theme) ? "could" : "tells"
  return (
    <Section
      title={`Your stories tell ${told} of ${THEMES.length} themes`}
      note={onlyCould.length > 0 ? `${onlyCould.length} more they could tell` : undefined}
      aside={<Link to="/stories/matrix">{stories.length > 0 ? "Coverage matrix" : "The twenty themes"}</Link>}
    >
      <ul className="grid max-w-80 grid-cols-10 gap-y-1.5">
        {THEMES.map((theme) => (
          <li key={theme} title={THEME_WORDS[theme].name}>
            <StoryMark how={howOf(theme)} />
            <span className="sr-only">
              {THEME_WORDS[theme].name}: {WORDS[howOf(theme) ?? "none"]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const WORDS = { tells: "told", could: "could be told", none: "no story yet" }
