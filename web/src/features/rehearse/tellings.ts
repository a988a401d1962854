import type { PracticeRecording, Story } from "@backfill/contract"
import type { Asked } from "../practice/queries.ts"

/** To so many different questions a story is told in the last week: a story that flexes beats a script. */
export const QUESTIONS_WANTED = 3
export const DAYS = 7

type Told = Pick<PracticeRecording, "storyId" | "kitId" | "itemId" | "createdAt">

/** One story, the different questions it was told to within the last seven days, and one that would be new to it. */
export interface Telling {
  story: Story
  told: number
  /** Rehearsals of it there are, also those told freely. */
  ever: number
  next: Asked | undefined
}

/**
 * How far each story is on its way to three different questions within seven days, the least told first. Rehearsals
 * without a question don't count: told freely, nothing had to be bent. Kits that bring the same question count once.
 * @param all every question there is, to know twins by
 * @param fitting those to suggest from, one of each
 * @param nowMs epoch ms
 */
export function tellingsOf(
  stories: readonly Story[],
  rehearsals: readonly Told[],
  all: readonly Asked[],
  fitting: readonly Asked[],
  nowMs: number,
): Telling[] {
  const questionOf = questionsByPlace(all)
  const since = nowMs - DAYS * 86_400_000
  return stories
    .map((story): Telling => {
      const own = rehearsals.filter(({ storyId }) => storyId === story.id)
      const week = new Set(
        own.flatMap((one) => (Date.parse(one.createdAt) >= since ? (questionOf(one) ?? []) : [])),
      )
      const ever = own.map(questionOf)
      const fits = fitting
        .filter((one) => howFits(story, one) > 0 && !week.has(one.question))
        .map((one) => ({ one, times: ever.filter((told) => told === one.question).length }))
        .toSorted(
          (a, b) =>
            a.times - b.times ||
            howFits(story, b.one) - howFits(story, a.one) ||
            a.one.times - b.one.times ||
            a.one.id.localeCompare(b.one.id),
        )
      return { story, told: week.size, ever: own.length, next: fits[0]?.one }
    })
    .toSorted((a, b) => a.told - b.told)
}

/** The words of the question that a rehearsal answered; undefined without one, its place where the kit no longer holds it. */
export function questionsByPlace(
  all: readonly Asked[],
): (one: Pick<Told, "kitId" | "itemId">) => string | undefined {
  const words = new Map(all.map(({ kitId, id, question }) => [`${kitId}/${id}`, question]))
  return ({ kitId, itemId }) =>
    kitId === null || itemId === null ? undefined : (words.get(`${kitId}/${itemId}`) ?? `${kitId}/${itemId}`)
}

/** 2 where the story tells the question's theme, 1 where it could, else 0. */
export function howFits(story: Pick<Story, "themes">, { theme }: Pick<Asked, "theme">): number {
  const how = theme === null ? undefined : story.themes[theme as keyof Story["themes"]]
  return how === "tells" ? 2 : how === "could" ? 1 : 0
}

/** Questions with the rehearsals told to them counted among their tries: a draw prefers what was said aloud least, too. */
export function withRehearsals(
  fitting: readonly Asked[],
  rehearsals: readonly Told[],
  all: readonly Asked[],
): Asked[] {
  const questionOf = questionsByPlace(all)
  const told = rehearsals.map(questionOf)
  return fitting.map((one) => ({
    ...one,
    times: one.times + told.filter((question) => question === one.question).length,
  }))
}
