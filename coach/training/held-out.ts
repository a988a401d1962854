import { readStory } from "../src/read.ts"
import { PARTS } from "../src/parts/part.ts"
import type { Tried } from "./cross-validate.ts"
import type { Answer } from "./material.ts"

/**
 * Answers as the coach that ships reads them, its cutting into sentences included. They must be none that it has learned from. A labelled
 * sentence that is cut elsewhere counts as read wrongly.
 */
export const tryShipped = (answers: readonly Answer[]): Tried[] =>
  answers.map((answer) => {
    const { isStory, sentences, findings } = readStory(answer.text, { theme: answer.theme })
    return {
      answer,
      readAsStory: isStory,
      said: findings.map(({ id }) => id),
      weighed: new Map(findings.map(({ id, confidence }) => [id, confidence])),
      sentences: answer.sentences.map(({ start, end, part }) => {
        const read = sentences.find((s) => s.start === start && s.end === end)
        return {
          wanted: PARTS.indexOf(part),
          read: read ? PARTS.indexOf(read.part) : -1,
          sure: read?.confidence ?? 0,
        }
      }),
    }
  })
