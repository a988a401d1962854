import { STORY_KINDS, type Story, type StoryKind, type StoryTheme } from "@backfill/contract"
import { THEMES } from "./themes.ts"

/** From how many stories an inventory is enough for a round. */
export const ENOUGH = 6

type Read = Pick<Story, "id" | "title" | "themes" | "badHour" | "kinds">

/** What an inventory of stories lacks. */
export interface Inventory {
  /** How many more stories until there are enough. */
  fewer: number
  /** Nothing breaks at a bad hour. */
  noOnCall: boolean
  /** Themes that no story tells, nor could. */
  uncovered: StoryTheme[]
  /** Themes that some story could tell, and none does. */
  onlyCould: StoryTheme[]
  missingKinds: StoryKind[]
  /** Stories that serve one question only. */
  rigid: Read[]
  /** Stories without any theme. */
  unmarked: Read[]
}

export function takeInventory(stories: readonly Read[]): Inventory {
  const tells = new Set<string>()
  const could = new Set<string>()
  for (const { themes } of stories)
    for (const [theme, how] of Object.entries(themes)) (how === "tells" ? tells : could).add(theme)
  const kinds = new Set(stories.flatMap((story) => story.kinds))
  const serving = (n: number) => stories.filter(({ themes }) => Object.keys(themes).length === n)
  return {
    fewer: Math.max(0, ENOUGH - stories.length),
    noOnCall: !stories.some((story) => story.badHour),
    uncovered: THEMES.filter((theme) => !tells.has(theme) && !could.has(theme)),
    onlyCould: THEMES.filter((theme) => !tells.has(theme) && could.has(theme)),
    missingKinds: STORY_KINDS.filter((kind) => !kinds.has(kind)),
    rigid: serving(1),
    unmarked: serving(0),
  }
}
