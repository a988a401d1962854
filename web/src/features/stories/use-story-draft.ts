import type { Story, StoryDraft } from "@backfill/contract"
import { useAccount } from "../../app/index.ts"
import { client } from "../../app/client.ts"
import { keptPlace } from "../../app/kept-place.ts"
import { type SaveState, useKeptDraft } from "../../app/use-kept-draft.ts"
import { draftOf, useKeepStory } from "./queries.ts"

export type { SaveState }

/** A story as it is written; a save over a newer one from another window waits until somebody asks for it. */
export function useStoryDraft(story: Story) {
  const account = useAccount()
  const keep = useKeepStory()
  const params = { storyId: story.id }
  const own = useKeptDraft<StoryDraft, Story>({
    place: keptPlace(account.id, "story", story.id),
    saved: draftOf(story),
    version: story.version,
    send: (draft, version) =>
      client.stories.save({ params, body: { ...draft, version }, key: crypto.randomUUID() }),
    read: () => client.stories.read({ params }),
    onSaved: keep,
  })
  return {
    ...own,
    change: (part: Partial<StoryDraft>) => own.change((now) => ({ ...now, ...part })),
    /** Takes a story over as the server gave it, e.g. after going back to a version. */
    replace: (next: Story) => {
      own.replace(draftOf(next), next.version)
      keep(next)
    },
  }
}
