import type { StoryDraft } from "@backfill/contract"

const HOUR = 3_600_000

type Read = Pick<StoryDraft, "title" | "text">

/**
 * Whether what stands in a story is kept before a change overwrites it: when the words change and nothing was kept for an
 * hour. So one sitting of small saves leaves one version behind: how it read before that sitting.
 */
export const keepsBefore = (before: Read & { createdAt: Date }, after: Read, kept: Date | null, now: Date) =>
  before.text.trim() !== "" &&
  (before.text !== after.text || before.title !== after.title) &&
  now.getTime() - (kept ?? before.createdAt).getTime() >= HOUR

/** Whether a story already stands as this draft says: a repeated save then has nothing to do. */
export const standsAs = (story: StoryDraft, draft: StoryDraft): boolean =>
  story.title === draft.title &&
  story.text === draft.text &&
  story.badHour === draft.badHour &&
  story.kinds.join() === draft.kinds.join() &&
  JSON.stringify(Object.entries(story.themes).toSorted()) ===
    JSON.stringify(Object.entries(draft.themes).toSorted())
