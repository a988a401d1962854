import type { Story, StoryTheme } from "@backfill/contract"
import { type KeyboardEvent, useRef, useState } from "react"
import { cx, Link } from "../../ui/index.ts"
import { type How, howWords, nextHow, StoryMark, titleOf } from "./story-mark.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

export type MatrixProps = {
  stories: readonly Story[]
  onMark: (story: Story, theme: StoryTheme, how: How) => void
}

type Place = { row: number; column: number }
const MOVES: Record<string, (at: Place, last: Place) => Place> = {
  ArrowUp: (at) => ({ ...at, row: Math.max(0, at.row - 1) }),
  ArrowDown: (at, last) => ({ ...at, row: Math.min(last.row, at.row + 1) }),
  ArrowLeft: (at) => ({ ...at, column: Math.max(0, at.column - 1) }),
  ArrowRight: (at, last) => ({ ...at, column: Math.min(last.column, at.column + 1) }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, last) => ({ ...at, column: last.column }),
}

/** The picture, from a wide window on: one place in it takes the focus, and arrow keys move that place. */
export function Matrix({ stories, onMark }: MatrixProps) {
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [over, setOver] = useState<number>()
  const grid = useRef<HTMLTableElement>(null)
  const last = { row: stories.length - 1, column: THEMES.length - 1 }
  const here = { row: Math.min(at.row, last.row), column: at.column }
  const move = (event: KeyboardEvent) => {
    const to = MOVES[event.key]?.(here, last)
    if (!to) return
    event.preventDefault()
    setAt(to)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}/${to.column}"]`)?.focus()
  }
  return (
    <table
      ref={grid}
      role="grid"
      aria-label="Which story answers which theme"
      className="w-full max-w-[70rem] table-fixed border-collapse max-lg:hidden"
      onPointerLeave={() => setOver(undefined)}
    >
      <colgroup>
        <col className="w-[17rem]" />
        {THEMES.map((theme) => (
          <col key={theme} className={over === THEMES.indexOf(theme) ? "bg-sunk" : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr className="border-b border-rule-strong">
          <th scope="col" className="pb-2 text-left align-bottom text-small font-normal text-ink-2">
            Story
          </th>
          {THEMES.map((theme) => (
            <ThemeHead key={theme} theme={theme} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={move}>
        {stories.map((story, row) => (
          <tr key={story.id} className="h-9.5 border-b border-rule hover:bg-sunk">
            <th scope="row" className="pr-4 text-left font-normal">
              <Link
                to="/stories/$storyId"
                params={{ storyId: story.id }}
                look="ink"
                className="line-clamp-2 leading-snug [overflow-wrap:anywhere]"
              >
                {titleOf(story)}
              </Link>
            </th>
            {THEMES.map((theme, column) => {
              const how = story.themes[theme]
              return (
                <td key={theme} className="p-0" onPointerEnter={() => setOver(column)}>
                  <button
                    type="button"
                    data-cell={`${row}/${column}`}
                    tabIndex={here.row === row && here.column === column ? 0 : -1}
                    aria-label={`${titleOf(story)}, ${THEME_WORDS[theme].name}: ${howWords(how)}`}
                    onFocus={() => setAt({ row, column })}
                    onClick={() => onMark(story, theme, nextHow(how))}
                    className="grid h-9.5 w-full cursor-pointer place-items-center outline-offset-[-2px]"
                  >
                    <StoryMark how={how} />
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="h-8 text-small">
          <th scope="row" className="text-left font-normal text-ink-2">
            Stories for it
          </th>
          {THEMES.map((theme) => {
            const serving = stories.filter((story) => story.themes[theme]).length
            return (
              <td key={theme} className={cx("text-center", serving === 0 ? "text-warn" : "text-ink-2")}>
                {serving === 0 ? "none" : serving}
              </td>
            )
          })}
        </tr>
      </tfoot>
    </table>
  )
}

/** A theme's name, leaning, so that twenty fit side by side and can still be read. */
function ThemeHead({ theme }: { theme: StoryTheme }) {
  const { name, hopes } = THEME_WORDS[theme]
  return (
    <th
      scope="col"
      title={`Listeners hope to hear ${hopes}`}
      className="relative h-36 p-0 align-bottom font-normal"
    >
      <span className="absolute bottom-2 left-1/2 origin-bottom-left -rotate-55 text-small whitespace-nowrap text-ink-2">
        {name}
      </span>
    </th>
  )
}
