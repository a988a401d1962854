import { clausesIn } from "../text/clauses.ts"
import { type Sense, senseOf } from "./sense.ts"

/**
 * The clauses of sentences, each sensed as if it were a sentence: a result told in half of one ("I reran it and the lag was gone") can be
 * heard there. What has one clause only stays what it is, with the tense it is told in.
 */
export const clauseSenses = (text: string, senses: readonly Sense[]): Sense[] =>
  senses.flatMap((sense) => {
    const spans = clausesIn(text, sense.tokens, sense.words)
    return spans.length < 2 ? [sense] : spans.map((span) => senseOf(text, span))
  })
