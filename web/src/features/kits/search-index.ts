import { type Kit, LEVELS, type Level } from "@backfill/core"
import { type Chapter, pagesOf } from "./pages.ts"

/** A stretch of a page's text: the part it stands in, and the level that has to be chosen to see it. */
export type Passage = { part: string; level?: Level; text: string }
/** A page with all its words. */
export type Searchable = { at: string; title: string; where: string; passages: Passage[] }

/** Everything there is to find in a kit, page by page in reading order. */
export function indexKit(kit: Kit, chapters: ReadonlyArray<Chapter>): Searchable[] {
  return chapters.flatMap((chapter) =>
    pagesOf([chapter]).map(({ at, title }) => ({
      at,
      title,
      where: chapter.title,
      passages: passagesOf(kit, at).filter(({ text }) => text !== ""),
    })),
  )
}

/** The words of one page. Pages that only gather what others say have none of their own. */
function passagesOf(kit: Kit, at: string): Passage[] {
  const [kind, id = ""] = at.split("/")
  switch (kind) {
    case "question":
      return questionPassages(kit.questions.find((one) => one.id === id))
    case "exercise":
      return exercisePassages(kit.exercises.find((one) => one.id === id))
    case "competency": {
      const competency = kit.competencies.find((one) => one.id === id)
      return competency ? [plain("", competency.definition), ...atLevels("levels", competency.levels)] : []
    }
    case "guide":
      return [plain("", kit.guides[id] ?? "")]
    case "resume":
      return kit.resumeCriteria.flatMap((one) => [
        plain(one.id, `${one.title}. ${one.looksFor}`),
        ...atLevels(one.id, one.evidence),
        ...Object.values(one.anchors).map((text) => plain(one.id, text)),
      ])
    case "rounds":
      return [
        ...kit.stages.map((one) => plain(one.id, `${one.title}. ${one.summary}`)),
        ...kit.rounds.map((one) => plain(one.id, `${one.title}. ${one.summary} ${one.runBy}`)),
      ]
    case "form":
      return [
        plain("", kit.form.introduction),
        ...kit.form.fields.map((one) => plain(one.id, [one.label, one.help, one.knockOut?.rule].join(" "))),
      ]
    default:
      return []
  }
}

function plain(part: string, text: string): Passage {
  return { part, text: text.trim() }
}

function atLevels(part: string, texts: Record<Level, string> | undefined): Passage[] {
  return texts ? LEVELS.map((level) => ({ part, level, text: texts[level] })) : []
}

function questionPassages(question: Kit["questions"][number] | undefined): Passage[] {
  if (!question) return []
  return [
    plain("", question.question),
    ...question.probes.map((text) => plain("", text)),
    ...LEVELS.flatMap((level) => {
      const { expected, why } = question.expectations[level]
      return [
        { part: "expected", level, text: expected },
        { part: "expected", level, text: why },
      ]
    }),
    plain("purpose", question.purpose),
    plain("purpose", question.confusedWith ?? ""),
    ...judgedPassages(question),
    ...question.samples.map(({ answer }) => plain("samples", answer)),
  ]
}

function exercisePassages(exercise: Kit["exercises"][number] | undefined): Passage[] {
  if (!exercise) return []
  const { preparation } = exercise
  const beforehand = preparation
    ? [...preparation.review, ...preparation.deliverables, ...preparation.groundRules]
    : []
  const panel = [exercise.simulation, exercise.design, exercise.drill].flatMap(textsIn)
  return [
    plain("", exercise.brief),
    ...beforehand.map((text) => plain("beforehand", text)),
    ...exercise.judgedOn.map((text) => plain("judged-on", text)),
    plain("panel", exercise.panelGuide ?? ""),
    ...panel.map((text) => plain("panel", text)),
    ...judgedPassages(exercise),
  ]
}

function judgedPassages(item: Pick<Kit["questions"][number], "indicators" | "anchors">): Passage[] {
  return [
    ...Object.values(item.anchors).map((text) => plain("anchors", text)),
    ...[...item.indicators.positive, ...item.indicators.negative].map((text) => plain("signs", text)),
  ]
}

/** Every text inside a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}
