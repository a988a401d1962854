import type { StoryThemes } from "@backfill/contract"
import { cx } from "../../ui/index.ts"

export type How = StoryThemes[keyof StoryThemes]

export const HOW_WORDS = { tells: "tells it", could: "could tell it", none: "not marked" } as const
export const howWords = (how: How): string => HOW_WORDS[how ?? "none"]

/** A filled dot tells it, a ring could, a speck does neither. The words stand beside or are read out. */
export function StoryMark({ how }: { how: How }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0">
      <circle
        cx="8"
        cy="8"
        r={how ? 5 : 1.25}
        strokeWidth="1.75"
        className={cx(
          how === "tells" && "fill-accent stroke-accent",
          how === "could" && "fill-none stroke-accent",
          !how && "fill-edge",
        )}
      />
    </svg>
  )
}

/** What a press makes of a mark: could tell it, tells it, neither. */
export const nextHow = (how: How): How =>
  how === undefined ? "could" : how === "could" ? "tells" : undefined

export function withTheme(themes: StoryThemes, theme: keyof StoryThemes, how: How): StoryThemes {
  const { [theme]: _, ...rest } = themes
  return how ? { ...rest, [theme]: how } : rest
}

/** The title, or what stands for one that isn't there yet. */
export const titleOf = (story: { title: string }): string => story.title.trim() || "Untitled story"
