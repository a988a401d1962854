import type { Part } from "../parts/part.ts"

/** A story written to learn from: invented, full length, each sentence marked with its part. */
export interface WorkedStory {
  id: string
  title: string
  /** Who tells it and how it sounds, in one line. */
  voice: string
  level: "junior" | "mid" | "senior" | "principal"
  tells: readonly string[]
  could: readonly string[]
  /** Something breaks at a bad hour. */
  badHour: boolean
  kinds: readonly string[]
  /** In the order told; `opens` begins a paragraph. */
  sentences: readonly { part: Part; text: string; opens: boolean }[]
}

type Head = Omit<WorkedStory, "sentences">
const NAMES: Record<string, Part> = {
  S: "situation",
  T: "task",
  A: "action",
  R: "result",
  H: "hardening",
  O: "other",
}

/** Reads `S A sentence.` lines as in `coach/material`; an empty line opens a paragraph. */
export function worked(head: Head, told: string): WorkedStory {
  const paragraphs = told.trim().split(/\n\s*\n/)
  const sentences = paragraphs.flatMap((paragraph) =>
    paragraph.split("\n").map((line, at) => {
      const part = NAMES[line.trim().charAt(0)]
      if (!part) throw new Error(`${head.id}: “${line}” begins with no part`)
      return { part, text: line.trim().slice(2), opens: at === 0 }
    }),
  )
  return { ...head, sentences }
}

/** The story as prose: sentences one after the other, paragraphs with an empty line between. */
export const textOf = ({ sentences }: Pick<WorkedStory, "sentences">): string =>
  sentences.map(({ text, opens }, at) => (at === 0 ? text : `${opens ? "\n\n" : " "}${text}`)).join("")
