import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Part } from "../src/parts/part.ts"

export interface LabelledSentence {
  start: number
  end: number
  part: Part
}
export interface Answer {
  id: string
  /** The file it stands in: one invented person. */
  voice: string
  /** Who wrote it and labelled it: a letter, the same for all voices by one writer. */
  writer: string
  theme: string
  isStory: boolean
  findings: string[]
  text: string
  sentences: LabelledSentence[]
}

const TAGS: Record<string, Part> = {
  S: "situation",
  T: "task",
  A: "action",
  R: "result",
  H: "hardening",
  O: "other",
}

/** Reads one file of labelled answers. @throws Error naming the voice and line of what it can't read. */
export function parseMaterial(voice: string, source: string): Answer[] {
  const answers: Answer[] = []
  let gap = ""
  let writer = voice
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    const head = /^=== (\S+) theme=(\S+) story=(yes|no) findings=(\S+)\s*$/.exec(line)
    if (head) {
      const [, id, theme, story, findings] = head as unknown as [string, string, string, string, string]
      answers.push({
        id,
        voice,
        writer,
        theme,
        isStory: story === "yes",
        findings: findings === "none" ? [] : findings.split(","),
        text: "",
        sentences: [],
      })
      gap = ""
      continue
    }
    const by = /^# writer: (\S+)$/.exec(line)
    if (by) writer = by[1] as string
    const answer = answers.at(-1)
    if (line.trim() === "" || line.startsWith("# ")) continue
    if (line.trim() === "¶") {
      gap = "\n\n"
      continue
    }
    const sentence = /^([STARHO]) (.*\S)\s*$/.exec(line)
    if (!sentence || !answer)
      throw new Error(`${voice}.txt line ${index + 1} isn't a tagged sentence: ${line.slice(0, 60)}`)
    const [, tag, words] = sentence as unknown as [string, string, string]
    answer.text += answer.text === "" ? "" : gap || " "
    gap = ""
    const start = answer.text.length
    answer.text += words
    answer.sentences.push({ start, end: answer.text.length, part: TAGS[tag] as Part })
  }
  return answers
}

/** All answers of a folder, voices in order of their names. */
export const readMaterial = (folder: string): Answer[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => parseMaterial(name.slice(0, -4), readFileSync(join(folder, name), "utf8")))
