import { type Finding, findingsIn, round } from "./findings/findings.ts"
import { likeliest } from "./findings/places.ts"
import type { Clauses } from "./findings/told.ts"
import { spokenSeconds } from "./pace.ts"
import { absences, type Lattice, marginals } from "./parts/chain.ts"
import { clauseSenses } from "./parts/clauses.ts"
import { featuresOf } from "./parts/features.ts"
import type { Part } from "./parts/part.ts"
import { inOneTense } from "./parts/narrative.ts"
import { type Sense, senseOf } from "./parts/sense.ts"
import { storyLattice } from "./parts/weights.ts"
import { type Facts, factsOf } from "./story/facts.ts"
import { isPlainlyNoStory, isStory } from "./story/is-story.ts"
import { teamOf, tellsSomebody } from "./story/telling.ts"
import { shapeOf } from "./story/traits.ts"
import { type Voice, voiceOf } from "./story/voice.ts"
import type { Change } from "./text/changes.ts"
import type { Quantity } from "./text/quantities.ts"
import { type Span, sentencesIn } from "./text/sentences.ts"

export interface ReadSentence extends Span {
  part: Part
  /** From 0 to 1. */
  confidence: number
}

/** What the coach makes of a text. Positions are UTF-16, end exclusive. */
export interface Reading {
  words: number
  /** Whether the text tells one thing that happened. When it doesn't, nothing is found in it and every sentence is "other". */
  isStory: boolean
  spokenSeconds: { min: number; max: number }
  sentences: ReadSentence[]
  findings: Finding[]
  facts: Facts
}

/** What is shown beside the hints. */
export interface Details extends Voice {
  quantities: (Quantity & { part: Part })[]
  changes: Change[]
  /** Where somebody who depends on the work is told, shown or asked something. */
  told: Span[]
  tools: Span[]
}

export interface ReadOptions {
  /** Slug of the question's theme; some findings belong to some themes. */
  theme?: string | undefined
}

const NO_FACTS: Facts = { numberInOutcome: false, onCallMoment: false, stakeholderCommunication: false }

interface Whole {
  reading: Reading
  senses: readonly Sense[]
}

/** Reads pieces of a story, sentences or clauses, by the weights that are shipped. */
function readPieces(pieces: readonly Sense[]): Clauses {
  const senses = inOneTense(pieces)
  const lattice: Lattice = storyLattice(featuresOf(senses))
  return { senses, parts: marginals(lattice).parts, absent: absences(lattice) }
}

function readWhole(text: string, theme: string | undefined): Whole {
  const shape = shapeOf(text)
  const spans = sentencesIn(text)
  const noStory = (senses: readonly Sense[]): Whole => ({
    senses,
    reading: {
      words: shape.words,
      isStory: false,
      spokenSeconds: spokenSeconds(shape.words),
      sentences: spans.map((span) => ({ ...span, part: "other", confidence: 1 })),
      findings: [],
      facts: { ...NO_FACTS },
    },
  })
  if (isPlainlyNoStory(shape)) return noStory([])
  const senses = spans.map((span) => senseOf(text, span))
  if (!isStory(senses, shape)) return noStory(senses)
  const told = { ...readPieces(senses), clauses: readPieces(clauseSenses(text, senses)), theme }
  const { parts } = told
  const names = likeliest(parts)
  return {
    senses,
    reading: {
      words: shape.words,
      isStory: true,
      spokenSeconds: spokenSeconds(shape.words),
      sentences: spans.map((span, i) => ({
        ...span,
        part: names[i] as Part,
        confidence: round(Math.max(...(parts[i] as Float64Array))),
      })),
      findings: findingsIn(text, told),
      facts: factsOf(told),
    },
  }
}

/** Reads a text as a spoken story: its parts, what is missing, and where. Takes any string; the same text reads the same. */
export const readStory = (text: string, { theme }: ReadOptions = {}): Reading =>
  readWhole(text, theme).reading

/** The same with what can be shown beside it: numbers and whether they agree, own part and team, hedges, fillers. */
export function readStoryInDetail(text: string, { theme }: ReadOptions = {}): Reading & { details: Details } {
  const { reading, senses } = readWhole(text, theme)
  const team = teamOf(senses)
  const details: Details = {
    ...voiceOf(senses.flatMap((s) => s.tokens)),
    quantities: senses.flatMap((s, i) =>
      s.quantities.map((q) => ({ ...q, part: reading.sentences[i]?.part ?? "other" })),
    ),
    changes: senses.flatMap((s) => s.changes),
    told: senses
      .filter((s, i) => reading.sentences[i]?.part !== "situation" && tellsSomebody(s, team))
      .map(({ start, end }) => ({ start, end })),
    tools: senses.flatMap((s) =>
      s.meanings
        .filter((m) => m.meanings.includes("tool"))
        .map((m) => ({
          start: s.tokens[m.at]?.start ?? s.start,
          end: s.tokens[m.at + m.length - 1]?.end ?? s.end,
        })),
    ),
  }
  return { ...reading, details }
}
