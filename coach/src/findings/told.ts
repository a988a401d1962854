import type { Sense } from "../parts/sense.ts"

/** Pieces of a story in their order, and how sure each part is for each. */
export interface Clauses {
  senses: readonly Sense[]
  /** A row for each piece, in the order of PARTS. */
  parts: readonly Float64Array[]
  /** For each part, the logarithm of how likely it is that the story has none of it. */
  absent: Float64Array
}
/** A story as read so far: by its sentences, and once more by their clauses. */
export interface Told extends Clauses {
  clauses: Clauses
  theme: string | undefined
}
