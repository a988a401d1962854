import type { Exercise, Kit, Question } from "@backfill/core"

/** A page of the book: what `?at=` holds, and its title. */
export type BookPage = { at: string; title: string }
/** A line of the contents: a page, or only a word over those below it. */
export type Entry = { title: string; at?: string; under: BookPage[] }
export type Chapter = { title: string; entries: Entry[] }

export const FIRST_PAGE = "overview"

export const questionAt = (id: string): string => `question/${id}`
export const exerciseAt = (id: string): string => `exercise/${id}`
export const competencyAt = (id: string): string => `competency/${id}`

const exerciseTypeWords: Record<Exercise["type"], string> = {
  behavioural: "Told live",
  "video-response": "Recorded answers",
  "coding-test": "Coding tests",
  "system-design": "System designs",
  presentation: "Presentations",
  "work-simulation": "Work simulations",
  lab: "Labs",
  drill: "Drills",
}

/** The contents of a kit as a book, in reading order; chapters without pages are left out. */
export function contents(kit: Kit): Chapter[] {
  const page = (at: string, title: string): Entry => ({ at, title, under: [] })
  const chapters: Chapter[] = [
    {
      title: "The kit",
      entries: [
        page(FIRST_PAGE, "Overview"),
        page("framework", "Framework"),
        page("rounds", "Rounds and stages"),
        page("resume", "Reading a résumé"),
        page("form", "Application form"),
      ],
    },
    ...kit.disciplines.map(({ id, title }) => ({
      title,
      entries: kit.competencies
        .filter(({ discipline }) => discipline === id)
        .map((competency) => ({
          at: competencyAt(competency.id),
          title: competency.title,
          under: questionsOf(kit, competency.id).map((one) => ({ at: questionAt(one.id), title: one.title })),
        })),
    })),
    { title: "Exercises", entries: exercisesByType(kit) },
    {
      title: "Guides",
      entries: Object.keys(kit.guides).map((name) => page(`guide/${name}`, guideTitle(name))),
    },
  ]
  return chapters.filter(({ entries }) => entries.length > 0)
}

/** The questions that are evidence for a competency, in the kit's order. */
export function questionsOf(kit: Kit, competencyId: string): Question[] {
  return kit.questions.filter(({ competency }) => competency === competencyId)
}

function exercisesByType(kit: Kit): Entry[] {
  return [...Map.groupBy(kit.exercises, ({ type }) => type)].map(([type, exercises]) => ({
    title: exerciseTypeWords[type],
    under: exercises.map(({ id, title }) => ({ at: exerciseAt(id), title })),
  }))
}

/** Every page in reading order. */
export function pagesOf(chapters: ReadonlyArray<Chapter>): BookPage[] {
  return chapters.flatMap(({ entries }) =>
    entries.flatMap(({ at, title, under }) => [...(at === undefined ? [] : [{ at, title }]), ...under]),
  )
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
  const pages = pagesOf(chapters)
  const place = pages.findIndex((page) => page.at === at)
  return place === -1 ? {} : { before: pages[place - 1], after: pages[place + 1] }
}

/** A guide without the heading it begins with, and that heading; the file's name where it has none. */
export function splitGuide(name: string, text: string): { title: string; body: string } {
  const own = /^#[ \t]+(.+)\n+/.exec(text)
  return own
    ? { title: own[1] ?? "", body: text.slice(own[0].length) }
    : { title: guideTitle(name), body: text }
}
