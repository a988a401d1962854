import { THEMES } from "@backfill/core"
import { z } from "zod"
import { Instant, Ok, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint } from "./endpoint.ts"

/** What a behavioural round asks about: the columns of the coverage matrix, in its order. */
export const STORY_THEMES = THEMES
export const StoryTheme = z.enum(STORY_THEMES)
export type StoryTheme = z.infer<typeof StoryTheme>

/** The six kinds that an inventory of stories holds at least once. */
export const STORY_KINDS = [
  "incident",
  "migration",
  "schema-change",
  "stakeholder-conflict",
  "cost-win",
  "cross-team",
] as const
export const StoryKind = z.enum(STORY_KINDS)
export type StoryKind = z.infer<typeof StoryKind>

export const StoryThemes = z
  .partialRecord(StoryTheme, z.enum(["tells", "could"]))
  .describe("By theme: whether the story tells it, or could be told for it. A theme left out is neither.")
export type StoryThemes = z.infer<typeof StoryThemes>

export const MAX_STORIES = 200
/** A story as its author writes it. */
export const StoryDraft = z.strictObject({
  title: typed(200),
  text: typed(20_000),
  themes: StoryThemes,
  badHour: z.boolean().describe("Something breaks in it at a bad hour: an on-call moment."),
  kinds: z.array(StoryKind).max(STORY_KINDS.length),
})
export type StoryDraft = z.infer<typeof StoryDraft>
export const DismissedHint = z.strictObject({
  id: Uuid,
  finding: z.string(),
  quote: z.string(),
  reason: z.string(),
  at: Instant,
})
export type DismissedHint = z.infer<typeof DismissedHint>
export const Story = z.strictObject({
  id: Uuid,
  ...StoryDraft.shape,
  dismissed: z.array(DismissedHint).describe("Hints the author has set aside, oldest first."),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
})
export type Story = z.infer<typeof Story>
export const StoryVersion = z.strictObject({
  id: Uuid,
  name: z.string(),
  title: z.string(),
  text: z.string(),
  at: Instant,
})
export type StoryVersion = z.infer<typeof StoryVersion>

const id = params("storyId")
export const stories = {
  list: endpoint({
    method: "GET",
    path: "/api/practice/stories",
    summary: "Your stories, as you ordered them by writing",
    callers: ["account"],
    response: z.strictObject({ items: z.array(Story) }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/practice/stories",
    summary: "Add stories: one, or all of a file at once",
    callers: ["account"],
    body: z.strictObject({ stories: z.array(StoryDraft).min(1).max(50) }),
    response: z.strictObject({ items: z.array(Story) }),
  }),
  pdf: endpoint({
    method: "GET",
    path: "/api/practice/stories.pdf",
    summary: "Your stories as a PDF, one a page",
    callers: ["account"],
    kind: "download",
  }),
  read: endpoint({
    method: "GET",
    path: "/api/practice/stories/:storyId",
    summary: "One of your stories",
    callers: ["account"],
    params: id,
    response: Story,
  }),
  save: endpoint({
    method: "PUT",
    path: "/api/practice/stories/:storyId",
    summary: "Save a story; what stood there over an hour ago is kept as a version",
    callers: ["account"],
    params: id,
    body: z.strictObject({ ...StoryDraft.shape, version: Version }),
    response: Story,
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/practice/stories/:storyId",
    summary: "Delete a story with its versions",
    callers: ["account"],
    params: id,
    response: Ok,
  }),
  versions: endpoint({
    method: "GET",
    path: "/api/practice/stories/:storyId/versions",
    summary: "How a story read earlier, latest first",
    callers: ["account"],
    params: id,
    response: z.strictObject({ items: z.array(StoryVersion) }),
  }),
  keepVersion: endpoint({
    method: "POST",
    path: "/api/practice/stories/:storyId/versions",
    summary: "Keep the story as it reads now, under a name",
    callers: ["account"],
    params: id,
    body: z.strictObject({ name: typed(100) }),
    response: StoryVersion,
  }),
  goBack: endpoint({
    method: "POST",
    path: "/api/practice/stories/:storyId/versions/:versionId/restoration",
    summary: "Go back to a version; what stood there is kept as one too",
    callers: ["account"],
    params: params("storyId", "versionId"),
    body: z.strictObject({ version: Version }),
    response: Story,
  }),
  dismissHint: endpoint({
    method: "POST",
    path: "/api/practice/stories/:storyId/hints",
    summary: "Set a hint aside, with a reason",
    callers: ["account"],
    params: id,
    body: z.strictObject({
      finding: z.string().regex(/^[a-z-]{1,40}$/),
      quote: typed(4000),
      reason: typed(500),
    }),
    response: Story,
  }),
  restoreHint: endpoint({
    method: "DELETE",
    path: "/api/practice/stories/:storyId/hints/:hintId",
    summary: "Have a hint again that was set aside",
    callers: ["account"],
    params: params("storyId", "hintId"),
    response: Story,
  }),
}
