import { FINDINGS, type FindingId } from "../src/findings/ids.ts"
import { FEWEST, MOST, oddsOf, saidOf, weighFindings } from "../src/findings/findings.ts"
import { PARTS, type Part } from "../src/parts/part.ts"
import { isPlainlyNoStory, STORY_FROM } from "../src/story/is-story.ts"
import { sigmoid, type Weighing, weigh } from "../src/findings/weighing.ts"
import { shapeOf } from "../src/story/traits.ts"
import { countWords } from "../src/text/tokens.ts"
import type { Told } from "../src/findings/told.ts"
import { type Guess, rescaled, type Scale, scaleOf } from "./calibrate.ts"
import { trainApart } from "./folds.ts"
import { learnFindings } from "./learn-findings.ts"
import type { Answer } from "./material.ts"
import { type Lessons, type Prepared, prepare, type Whole } from "./prepare.ts"
import { storyCase, trainStory } from "./train-story.ts"

/** What was said about an answer by weights that had never seen its voice, or anything by its writer. */
export interface Tried {
  answer: Answer
  /** For each sentence of a story: the part written down, the part read, and how sure. */
  sentences: { wanted: number; read: number; sure: number }[]
  said: FindingId[]
  /** How sure every weighed finding was, said or not. */
  weighed: Map<FindingId, number>
  readAsStory: boolean
}

/** What is learned when each fold is left out in turn. */
interface Learned {
  lessons: Lessons
  told: (story: Prepared) => Told
  findings: Partial<Record<FindingId, Weighing>>[]
}

function learnApart(answers: readonly Answer[], folds: number, whole: Whole): Learned {
  const lessons = prepare(answers, folds, whole)
  const apart = trainApart(lessons, folds)
  return {
    lessons,
    told: (story) => apart.toldTo(story, story.fold),
    findings: Array.from({ length: folds }, (_, fold) => learnFindings(lessons.stories, apart, fold)),
  }
}

/** Every weighed finding of every story outside fold `without`, by weights that knew nothing of the story. */
const guessesOf = ({ lessons, told, findings }: Learned, without: number): Guess[] =>
  lessons.stories
    .filter(({ fold }) => fold !== without)
    .flatMap((story) =>
      [...oddsOf(told(story), findings[story.fold])].map(([id, logOdds]) => ({
        logOdds,
        isTrue: story.answer.findings.includes(id),
      })),
    )

/** The scale on which confidence holds for people whom the weights haven't met. */
export const scaleByWriter = (answers: readonly Answer[], folds: number): Scale =>
  scaleOf(guessesOf(learnApart(answers, folds, "writer"), -1))

/**
 * Reads every answer with weights learned from other voices (or other writers) only: parts, findings and the question whether it is a story.
 * A story that would be taken for none has nothing said about it, as in use.
 */
export function crossValidate(answers: readonly Answer[], folds: number, whole: Whole = "voice"): Tried[] {
  const learned = learnApart(answers, folds, whole)
  const findings = learned.findings.map((raw, fold) => {
    const scale = scaleOf(guessesOf(learned, fold))
    return Object.fromEntries(Object.entries(raw).map(([id, own]) => [id, rescaled(own, scale)]))
  })
  const stories = new Map(
    [...new Set(answers.map((a) => a[whole]))].map((name) => [
      name,
      trainStory(answers.filter((a) => a[whole] !== name)),
    ]),
  )
  const readsAsStory = (answer: Answer): boolean =>
    !isPlainlyNoStory(shapeOf(answer.text)) &&
    sigmoid(weigh(stories.get(answer[whole]) as Weighing, storyCase(answer).signals)) >= STORY_FROM
  const known = new Map(learned.lessons.stories.map((one) => [one.answer, one]))
  return answers.map((answer) => {
    const one = known.get(answer)
    const readAsStory = readsAsStory(answer)
    return {
      answer,
      readAsStory,
      ...(one ? readOne(one, learned.told(one), findings[one.fold] ?? {}, readAsStory) : nothing()),
    }
  })
}

const nothing = (): Pick<Tried, "sentences" | "said" | "weighed"> => ({
  sentences: [],
  said: [],
  weighed: new Map(),
})

function readOne(
  { answer, parts: wanted }: Prepared,
  told: Told,
  findings: Partial<Record<FindingId, Weighing>>,
  readAsStory: boolean,
): Pick<Tried, "sentences" | "said" | "weighed"> {
  const words = countWords(answer.text)
  const weighed = weighFindings(told, findings)
  const said = saidOf(weighed)
  if (words > MOST) said.push("too-long")
  if (words < FEWEST) said.push("too-short")
  return {
    weighed,
    said: readAsStory ? said : [],
    sentences: told.parts.map((row, i) => {
      const sure = Math.max(...row)
      return {
        wanted: PARTS.indexOf(wanted[i] as Part),
        read: readAsStory ? row.indexOf(sure) : PARTS.indexOf("other"),
        sure,
      }
    }),
  }
}

export const accuracy = (tried: readonly Tried[]): number => {
  const all = tried.flatMap((t) => t.sentences)
  return all.filter((s) => s.wanted === s.read).length / all.length
}

export interface Counts {
  right: number
  wrong: number
  missed: number
}
/** How often findings were rightly said, wrongly said and missed; all of them together, or one. */
export function countFindings(tried: readonly Tried[], ids: readonly FindingId[] = FINDINGS): Counts {
  const counts = { right: 0, wrong: 0, missed: 0 }
  for (const { answer, said } of tried)
    for (const id of ids) {
      const wanted = answer.findings.includes(id)
      if (said.includes(id)) counts[wanted ? "right" : "wrong"]++
      else if (wanted) counts.missed++
    }
  return counts
}
export const precision = ({ right, wrong }: Counts): number => right / (right + wrong)
export const recall = ({ right, missed }: Counts): number => right / (right + missed)
export const f1 = ({ right, wrong, missed }: Counts): number => (2 * right) / (2 * right + wrong + missed)

/** The share of stories without any finding about which something was said all the same. */
export function cleanButScolded(tried: readonly Tried[]): number {
  const clean = tried.filter(({ answer }) => answer.isStory && answer.findings.length === 0)
  return clean.filter(({ said }) => said.length > 0).length / clean.length
}
/** The share of answers rightly told apart into stories and others. */
export const storyAccuracy = (tried: readonly Tried[]): number =>
  tried.filter(({ answer, readAsStory }) => answer.isStory === readAsStory).length / tried.length
