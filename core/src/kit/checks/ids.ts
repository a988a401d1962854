import { collectTexts, type Draft, type FoundText } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { SourceKind } from "../tree.ts"

/** The kinds of things an id can name. */
export type IdKind =
  | "discipline"
  | "competency"
  | "question"
  | "exercise"
  | "round"
  | "stage"
  | "field"
  | "criterion"

/** Where the ids of each kind are given. */
export const ID_PLACES: Record<IdKind, { in: SourceKind; at: readonly string[] }> = {
  discipline: { in: "framework", at: ["disciplines", "*", "id"] },
  competency: { in: "framework", at: ["competencies", "*", "id"] },
  question: { in: "question", at: ["id"] },
  exercise: { in: "exercise", at: ["id"] },
  round: { in: "rounds", at: ["rounds", "*", "id"] },
  stage: { in: "rounds", at: ["stages", "*", "id"] },
  field: { in: "form", at: ["fields", "*", "id"] },
  criterion: { in: "resume", at: ["criteria", "*", "id"] },
}

/** Ids: a file is named after its id, and no id is given twice. */
export function checkIds(draft: Draft): Problem[] {
  const problems = [...fileNames(draft, "question"), ...fileNames(draft, "exercise")]
  for (const kind of ["discipline", "competency", "round", "stage", "field", "criterion"] as const) {
    problems.push(...duplicates(idsOf(draft, kind), kind))
  }
  problems.push(
    ...duplicates([...idsOf(draft, "question"), ...idsOf(draft, "exercise")], "question or exercise"),
  )
  return [...problems, ...optionIds(draft)]
}

/** The ids of one kind, as found in the files. */
export function idsOf(draft: Draft, kind: IdKind): readonly FoundText[] {
  const place = ID_PLACES[kind]
  return collectTexts(draft, place.in, place.at)
}

function fileNames(draft: Draft, kind: "question" | "exercise"): Problem[] {
  return idsOf(draft, kind)
    .filter(({ source, value }) => source.name !== value)
    .map(({ source, path, value }) => {
      const message = `The id ${quote(value)} and the file name ${quote(source.name)} differ.`
      return problem(
        "id-file-name",
        source.file,
        source.place(path),
        message,
        `Name the file ${value}.yaml, or change the id.`,
      )
    })
}

function duplicates(ids: readonly FoundText[], kind: string): Problem[] {
  const first = new Map<string, FoundText>()
  const problems: Problem[] = []
  for (const id of ids) {
    const earlier = first.get(id.value)
    if (!earlier) {
      first.set(id.value, id)
      continue
    }
    const where = `${earlier.source.file}, line ${earlier.source.place(earlier.path).line}`
    const message = `There is another ${kind} with the id ${quote(id.value)} (${where}).`
    problems.push(
      problem(
        "id-duplicate",
        id.source.file,
        id.source.place(id.path),
        message,
        "Give one of them an id of its own.",
      ),
    )
  }
  return problems
}

/** Option ids need only differ within their field. */
function optionIds(draft: Draft): Problem[] {
  const byField = Map.groupBy(
    collectTexts(draft, "form", ["fields", "*", "options", "*", "id"]),
    ({ path }) => path[1],
  )
  return [...byField.values()].flatMap((ids) => duplicates(ids, "option"))
}
