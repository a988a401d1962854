import type { Exercise, Form, Framework, Manifest, Question, ResumeCriterion, Rounds } from "./schema.ts"
import type { z } from "zod"
import type { YamlFile } from "./yaml-read.ts"
import { collect, type Found } from "./yaml-tree.ts"
import { sentencesOf } from "./rules/sentences.ts"
import type { Numbers, Vocabulary } from "./rules/vocabulary.ts"
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
  /** The texts collected so far, by kind and pattern: most checks ask for the same ones. */
  texts: Map<string, readonly FoundText[]>
  /** The words of those texts. */
  vocabulary: Vocabulary
}

/** A text of a draft, with its file. */
export interface FoundText extends Found {
  source: Source
  value: string
  /** What the checks have made of it so far. */
  read: { words?: Numbers; sentences?: readonly string[]; sentenceWords?: readonly Numbers[] }
}

/** Every text a pattern leads to in the files of one kind, whether or not the files passed their schema. */
export function collectTexts(
  draft: Draft,
  kind: SourceKind,
  pattern: readonly string[],
): readonly FoundText[] {
  const key = [kind, ...pattern].join("/")
  const earlier = draft.texts.get(key)
  if (earlier) return earlier
  const found = draft.sources
    .filter((source) => source.kind === kind)
    .flatMap((source) =>
      collect(source.value, pattern).flatMap(({ path, value }) =>
        typeof value === "string" ? [{ source, path, value: value.trim(), read: {} }] : [],
      ),
    )
  draft.texts.set(key, found)
  return found
}

/** No text of a kit is longer; one that is has been reported by its schema, and isn't read for how it is written. */
const LONGEST_TEXT = 20_000

/** The texts a pattern leads to, without those of inordinate length. */
export function collectProse(draft: Draft, kind: SourceKind, pattern: readonly string[]): FoundText[] {
  return collectTexts(draft, kind, pattern).filter(({ value }) => value.length <= LONGEST_TEXT)
}

/** The sentences of a text, cut once for all checks. */
export function sentencesIn({ read, value }: FoundText): readonly string[] {
  return (read.sentences ??= sentencesOf(value))
}

/** The words of each of a text's sentences, as numbers of the draft's vocabulary. */
export function sentenceWordsIn({ vocabulary }: Draft, text: FoundText): readonly Numbers[] {
  return (text.read.sentenceWords ??= sentencesIn(text).map((sentence) => vocabulary.read(sentence)))
}

/** The words of a whole text, as numbers of the draft's vocabulary. */
export function wordsIn({ vocabulary }: Draft, { read, value }: FoundText): Numbers {
  return (read.words ??= vocabulary.read(value))
}

/** Whether the kit's texts are English, the language the rules of wording know. A kit that doesn't say is. */
export function isEnglish(draft: Draft): boolean {
  return /^en\b/i.test(draft.kit?.data.language ?? "en")
}
