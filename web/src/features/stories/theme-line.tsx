import type { StoryThemes } from "@backfill/contract"
import { StoryMark } from "./story-mark.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

/** The themes that a story tells or could, in one line; nothing where none is marked. */
export function ThemeLine({ themes }: { themes: StoryThemes }) {
  const marked = [
    ...THEMES.filter((theme) => themes[theme] === "tells"),
    ...THEMES.filter((theme) => themes[theme] === "could"),
  ]
  if (marked.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small">
      {marked.map((theme) => (
        <li key={theme} className="inline-flex items-center gap-1.5">
          <StoryMark how={themes[theme]} />
          {THEME_WORDS[theme].name}
          {themes[theme] === "could" && <span className="text-ink-2">could be told</span>}
        </li>
      ))}
    </ul>
  )
}
