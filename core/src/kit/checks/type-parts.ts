import type { Draft } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"
import { TYPE_PARTS } from "../schema.ts"

/** Parts that only one type of exercise has stand with that type; the other form of a coding test is a coding test. */
export function checkTypeParts(draft: Draft): Problem[] {
  return [...foreignParts(draft), ...pairs(draft)]
}

function foreignParts(draft: Draft): Problem[] {
  return draft.exercises.flatMap(({ source, data }) =>
    Object.entries(TYPE_PARTS).flatMap(([part, type]) => {
      if (!Object.hasOwn(data, part) || data.type === type) return []
      const message = `${quote(part)} belongs to exercises of type ${type}; this one is of type ${data.type}.`
      const help = "Delete it, or change the type."
      return [problem("part-other-type", source.file, source.keyPlace([part]), message, help)]
    }),
  )
}

function pairs(draft: Draft): Problem[] {
  const byId = new Map(draft.exercises.map(({ data }) => [data.id, data]))
  return draft.exercises.flatMap(({ source, data }) => {
    const { coding } = data
    const other = coding?.pairedWith === undefined ? undefined : byId.get(coding.pairedWith)
    if (!coding || !other) return []
    if (other.coding?.pairedWith === data.id && other.coding.form !== coding.form) return []
    const message = `${quote(other.id)} isn’t the other form of this test.`
    const help = "Pair a coding test without AI with one with AI, and name each in the other."
    return [problem("pair-mismatch", source.file, source.place(["coding", "pairedWith"]), message, help)]
  })
}
