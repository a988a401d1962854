import type { Kit } from "@backfill/core"

/** A page of the book: what `?at=` holds, and its title. */
export type BookPage = { at: string; title: string }
export type Chapter = { title: string; pages: BookPage[] }

/** The contents of a kit as a book, in reading order; chapters without pages are left out. */
export function contents(kit: Kit): Chapter[] {
  const questions = (kind: string) =>
    kit.questions
      .filter((question) => question.kind === kind)
      .map(({ id, title }) => ({ at: `question/${id}`, title }))
  const chapters: Chapter[] = [
    {
      title: "Foundations",
      pages: [
        { at: "framework", title: "Framework" },
        { at: "rounds", title: "Stages and rounds" },
        { at: "resume", title: "Reading a résumé" },
      ],
    },
    {
      title: "Guides",
      pages: Object.keys(kit.guides).map((name) => ({ at: `guide/${name}`, title: guideTitle(name) })),
    },
    { title: "Competency questions", pages: questions("competency") },
    { title: "Attitude questions", pages: questions("attitude") },
    { title: "Behavioural questions", pages: questions("behavioural") },
    { title: "Exercises", pages: kit.exercises.map(({ id, title }) => ({ at: `exercise/${id}`, title })) },
  ]
  return chapters.filter((chapter) => chapter.pages.length > 0)
}

/** The name of a guide's file as a title: `first-talk` is “First talk”. */
export function guideTitle(name: string): string {
  return name.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase())
}

/** The page before and after one, in reading order. */
export function neighbours(
  chapters: ReadonlyArray<Chapter>,
  at: string,
): { before?: BookPage; after?: BookPage } {
  const pages = chapters.flatMap((chapter) => chapter.pages)
  const place = pages.findIndex((page) => page.at === at)
  return place === -1 ? {} : { before: pages[place - 1], after: pages[place + 1] }
}
