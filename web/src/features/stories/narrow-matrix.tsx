import type { Story } from "@backfill/contract"
import { Link } from "../../ui/index.ts"
import { howWords, StoryMark, titleOf } from "./story-mark.tsx"
import { THEME_WORDS, THEMES } from "./themes.ts"

/** The same for a narrow window: theme by theme, with the stories for each. Marks are changed on the story's page. */
export function NarrowMatrix({ stories }: { stories: readonly Story[] }) {
  return (
    <table className="w-full border-collapse lg:hidden">
      <caption className="sr-only">Which story answers which theme</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Theme</th>
          <th scope="col">Stories</th>
        </tr>
      </thead>
      <tbody>
        {THEMES.map((theme) => {
          const serving = stories.filter((story) => story.themes[theme])
          return (
            <tr key={theme} className="border-b border-rule align-top">
              <th scope="row" className="w-2/5 py-2 pr-4 text-left font-normal">
                {THEME_WORDS[theme].name}
              </th>
              <td className="py-2">
                {serving.length === 0 && <span className="text-warn">no story</span>}
                {serving.map((story) => (
                  <span key={story.id} className="flex items-start gap-2 py-0.5">
                    <span className="pt-0.5">
                      <StoryMark how={story.themes[theme]} />
                    </span>
                    <span className="min-w-0 [overflow-wrap:anywhere]">
                      <Link to="/stories/$storyId" params={{ storyId: story.id }} look="ink">
                        {titleOf(story)}
                      </Link>
                      <span className="sr-only">, {howWords(story.themes[theme])}</span>
                    </span>
                  </span>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
