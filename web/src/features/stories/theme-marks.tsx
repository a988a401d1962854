import type { StoryTheme, StoryThemes } from "@backfill/contract"
import { useDeferredValue, useMemo } from "react"
import { Button } from "../../ui/index.ts"
import { useThemeWords } from "./serves/use-theme-words.ts"
import { howWords, nextHow, StoryMark, withTheme } from "./story-mark.tsx"
import { suggestThemes } from "./suggest.ts"
import { THEME_WORDS, THEMES } from "./themes.ts"

export type ThemeMarksProps = {
  text: string
  themes: StoryThemes
  onChange: (themes: StoryThemes) => void
}

/** Twenty themes to press, and above them what the words suggest. */
export function ThemeMarks({ text, themes, onChange }: ThemeMarksProps) {
  const settled = useDeferredValue(text)
  const known = useThemeWords()
  const suggested = useMemo(() => (known ? suggestThemes(settled, known) : []), [settled, known]).filter(
    (theme) => !themes[theme],
  )
  return (
    <div className="grid gap-4">
      {suggested.length > 0 && (
        <ul className="grid gap-1">
          {suggested.map((theme) => (
            <Suggested key={theme} theme={theme} onTake={(how) => onChange(withTheme(themes, theme, how))} />
          ))}
        </ul>
      )}
      <ul className="grid max-w-[70rem] gap-x-8 sm:grid-cols-2 xl:grid-cols-4">
        {THEMES.map((theme) => {
          const how = themes[theme]
          return (
            <li key={theme} className="border-b border-rule">
              <button
                type="button"
                title={`Listeners hope to hear ${THEME_WORDS[theme].hopes}`}
                onClick={() => onChange(withTheme(themes, theme, nextHow(how)))}
                className="flex min-h-9 w-full cursor-pointer items-center gap-2.5 text-left hover:text-accent pointer-coarse:min-h-11"
              >
                <StoryMark how={how} />
                <span className={how ? undefined : "text-ink-2"}>{THEME_WORDS[theme].name}</span>
                <span className={how ? "ml-auto text-small text-ink-2" : "sr-only"}>{howWords(how)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Suggested({ theme, onTake }: { theme: StoryTheme; onTake: (how: "tells" | "could") => void }) {
  const { name } = THEME_WORDS[theme]
  return (
    <li className="flex flex-wrap items-baseline gap-x-5">
      <span>Does it also answer “{name}”?</span>
      <Button className="min-h-8!" aria-label={`It tells ${name}`} onClick={() => onTake("tells")}>
        It tells it
      </Button>
      <Button className="min-h-8!" aria-label={`It could tell ${name}`} onClick={() => onTake("could")}>
        It could
      </Button>
    </li>
  )
}
