import type { Story, StoryVersion } from "@backfill/contract"
import type { HintRow, StoryRow, VersionRow } from "./stories.store.ts"

/** A story for the person whose it is, with the hints set aside on it. */
export const presentStory = (row: StoryRow, hints: readonly HintRow[]): Story => ({
  id: row.id,
  title: row.title,
  text: row.text,
  themes: row.themes,
  badHour: row.badHour,
  kinds: row.kinds,
  dismissed: hints
    .filter((hint) => hint.storyId === row.id)
    .map(({ id, finding, quote, reason, at }) => ({ id, finding, quote, reason, at: at.toISOString() })),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
})

export const presentVersion = ({ id, name, title, text, at }: VersionRow): StoryVersion => ({
  id,
  name,
  title,
  text,
  at: at.toISOString(),
})
