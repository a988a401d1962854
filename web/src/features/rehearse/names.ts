import type { Rehearsal, Story } from "@backfill/contract"
import type { Asked } from "../practice/queries.ts"
import { titleOf } from "../stories/story-mark.tsx"

type About = Pick<Rehearsal["recording"], "storyId" | "kitId" | "itemId">

/** What a rehearsal is called by: its story, else its question, else that it was free. */
export interface Named {
  story: Story | undefined
  question: Asked | undefined
  name: string
}

/** Names rehearsals by the stories and questions there are; what was deleted since is said. */
export function namer(stories: readonly Story[], questions: readonly Asked[]): (about: About) => Named {
  return ({ storyId, kitId, itemId }) => {
    const story = stories.find(({ id }) => id === storyId)
    const question = questions.find((one) => one.id === itemId && one.kitId === kitId)
    const name = story
      ? titleOf(story)
      : (question?.title ??
        (storyId === null && itemId === null ? "Told freely" : "A story or question that is gone"))
    return { story, question, name }
  }
}
