import type { Story, StoryDraft } from "@backfill/contract"
import { queryOptions, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"

export const storiesQuery = queryOptions({
  queryKey: ["stories", "list"],
  queryFn: ({ signal }) => client.stories.list({ signal }).then(({ items }) => items),
})

export const storyQuery = (storyId: string) =>
  queryOptions({
    queryKey: ["stories", "story", storyId],
    queryFn: ({ signal }) => client.stories.read({ params: { storyId }, signal }),
  })

export const draftOf = ({ title, text, themes, badHour, kinds }: StoryDraft): StoryDraft => ({
  title,
  text,
  themes,
  badHour,
  kinds,
})

export const EMPTY: StoryDraft = { title: "", text: "", themes: {}, badHour: false, kinds: [] }

/** Adds an empty story and opens it. */
export function useWrite() {
  const navigate = useNavigate()
  return useAct(
    (_: "new", key) => client.stories.create({ body: { stories: [EMPTY] }, key }),
    ({ items }) => navigate({ to: "/stories/$storyId", params: { storyId: items[0]?.id ?? "" } }),
  )
}

/** Puts a story as the server now has it into what is shown. */
export function useKeepStory() {
  const queryClient = useQueryClient()
  return (story: Story) => {
    queryClient.setQueryData(storyQuery(story.id).queryKey, story)
    queryClient.setQueryData(storiesQuery.queryKey, (all) =>
      all?.map((each) => (each.id === story.id ? story : each)),
    )
  }
}
