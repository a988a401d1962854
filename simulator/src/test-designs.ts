import type { Answer } from "./answers/answer.ts"
import { type Design } from "./design/document.ts"
import { readDesign } from "./design/read.ts"
import { simulate, type SimulateOptions } from "./simulate.ts"

/** A design that must be sound. */
export function sound(document: Record<string, unknown>): Design {
  const { design, problems } = readDesign(document)
  if (design === null) throw new Error(JSON.stringify(problems))
  return design
}

/** Runs a design that must be sound. */
export const runDocument = (document: Record<string, unknown>, options?: SimulateOptions): Answer =>
  simulate(sound(document), options)

/** The answer's bytes, without how it was worked out. */
export const bytesOf = (answer: Answer): string => JSON.stringify({ ...answer, method: null })
