import type { Exercise, Form, Framework, Manifest, Question, ResumeCriterion, Rounds } from "./schema.ts"
import type { z } from "zod"
import type { YamlFile } from "./yaml-read.ts"
import { collect, type Found } from "./yaml-tree.ts"
import type { SourceKind } from "./tree.ts"

/** One YAML file of a kit that could be parsed, whether or not its schema accepted it. */
export interface Source extends YamlFile {
  file: string
  kind: SourceKind
  /** File name without folder and ending. */
  name: string
}

/** What a schema accepted, with the file it came from. */
export interface Parsed<T> {
  source: Source
  data: T
}

/**
 * A kit half-way through being read: `sources` is every file that could be parsed, the rest what its schema accepted.
 * Checks take a draft and never assume that a part is there: its absence has been reported already.
 */
export interface Draft {
  sources: Source[]
  /** Kinds of which every file could be parsed; only of these can "nothing points here" be known. */
  complete: ReadonlySet<SourceKind>
  kit?: Parsed<Manifest>
  framework?: Parsed<Framework>
  form?: Parsed<Form>
  resume?: Parsed<{ criteria: ResumeCriterion[] }>
  rounds?: Parsed<z.infer<typeof Rounds>>
  questions: Parsed<Question>[]
  exercises: Parsed<Exercise>[]
}

/** A text of a draft, with its file. */
export interface FoundText extends Found {
  source: Source
  value: string
}

/** Every text a pattern leads to in the files of one kind, whether or not the files passed their schema. */
export function collectTexts(draft: Draft, kind: SourceKind, pattern: readonly string[]): FoundText[] {
  return draft.sources
    .filter((source) => source.kind === kind)
    .flatMap((source) =>
      collect(source.value, pattern).flatMap(({ path, value }) =>
        typeof value === "string" ? [{ source, path, value: value.trim() }] : [],
      ),
    )
}

/** No text of a kit is longer; one that is has been reported by its schema, and isn't read for how it is written. */
const LONGEST_TEXT = 20_000

/** The texts a pattern leads to, without those of inordinate length. */
export function collectProse(draft: Draft, kind: SourceKind, pattern: readonly string[]): FoundText[] {
  return collectTexts(draft, kind, pattern).filter(({ value }) => value.length <= LONGEST_TEXT)
}

/** Whether the kit's texts are English, the language the rules of wording know. A kit that doesn't say is. */
export function isEnglish(draft: Draft): boolean {
  return /^en\b/i.test(draft.kit?.data.language ?? "en")
}
