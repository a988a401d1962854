import type { Draft } from "../draft.ts"
import { collectTexts } from "../draft.ts"
import { MAX_SUGGESTED, nearest } from "../nearest.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { SourceKind } from "../tree.ts"
import { ID_PLACES, type IdKind, idsOf } from "./ids.ts"

/** Every place of a kit that names something defined elsewhere. */
const REFERENCES: readonly { in: SourceKind; at: readonly string[]; to: IdKind }[] = [
  { in: "framework", at: ["competencies", "*", "discipline"], to: "discipline" },
  { in: "question", at: ["competency"], to: "competency" },
  { in: "question", at: ["round"], to: "round" },
  { in: "exercise", at: ["competencies", "*"], to: "competency" },
  { in: "exercise", at: ["coding", "pairedWith"], to: "exercise" },
  { in: "rounds", at: ["rounds", "*", "items", "*", "question"], to: "question" },
  { in: "rounds", at: ["rounds", "*", "items", "*", "exercise"], to: "exercise" },
  { in: "rounds", at: ["stages", "*", "rounds", "*"], to: "round" },
]

/** References: every id points at something. What can't be known, because its file can't be parsed, isn't reported. */
export function checkReferences(draft: Draft): Problem[] {
  return REFERENCES.flatMap((reference) => {
    if (!draft.complete.has(ID_PLACES[reference.to].in)) return []
    const known = new Set(idsOf(draft, reference.to).map(({ value }) => value))
    return collectTexts(draft, reference.in, reference.at)
      .filter(({ value }) => !known.has(value))
      .map(({ source, path, value }, at) => {
        const message = `There is no ${reference.to} with the id ${quote(value)}.`
        return problem(
          "reference-missing",
          source.file,
          source.place(path),
          message,
          advice(value, at < MAX_SUGGESTED ? known : [], reference.to),
        )
      })
  })
}

function advice(value: string, known: Iterable<string>, kind: IdKind): string {
  const meant = nearest(value, known)
  return meant ? `Did you mean ${meant}?` : `Correct the id, or add the ${kind}.`
}
