import { NumberIndex } from "./number-index.ts"

/** A sentence as its words, and what it belongs to; sentences of one owner may resemble each other. */
export interface Owned {
  words: readonly string[]
  owner: string
  /** Whether it is spoken to a candidate: short requests are alike by nature ("What do you do first?"). */
  spoken: boolean
}

/** Of fewer words, sentences are alike by nature; the same words again are noticed earlier than nearly the same. */
const LEAST_WORDS = { same: 6, nearly: 8, sameSpoken: 8, nearlySpoken: 10 } as const
/** How alike two sentences are at which they count as one with words exchanged: Dice's measure over their common order. */
const ALIKE = 0.8
/** Longer sentences are compared by their beginning. */
const MAX_WORDS = 60
/** So many of a sentence's pairs of neighbouring words stand for it: those whose hashes are smallest. */
const SKETCH = 8
/** Of a common pair only the latest sentences are kept, so that the work stays proportional to the text. */
const KEPT_PER_PAIR = 16

/**
 * Pairs `[at, earlier]` of sentences that are nearly the same though they have different owners, for each sentence at most
 * one. Sentences that share two of the pairs standing for them are compared word by word; those as alike as is asked for
 * share half of all their pairs, so that hardly any is missed (A. Broder, 1997). Time grows with the number of words.
 */
export function nearDuplicates(sentences: readonly Owned[]): [at: number, earlier: number][] {
  const number = numbering()
  const byPair = new NumberIndex(sentences.length * SKETCH)
  const found: [number, number][] = []
  for (const [at, sentence] of sentences.entries()) {
    const { words, owner } = sentence
    if (words.length < LEAST_WORDS.same) continue
    const own = words.slice(0, MAX_WORDS)
    const sketch = sketchOf(own.map(number))
    const lists = sketch.map((pair) => byPair.latest(pair, KEPT_PER_PAIR))
    for (const candidate of repeated(lists)) {
      const other = sentences[candidate]
      if (!other || other.owner === owner || !isAlike(sentence, other)) continue
      found.push([at, candidate])
      break
    }
    for (const pair of sketch) byPair.add(pair, at)
  }
  return found
}

function isAlike(sentence: Owned, other: Owned): boolean {
  const spoken = sentence.spoken || other.spoken
  const length = Math.min(sentence.words.length, other.words.length)
  const alike = likeness(sentence.words.slice(0, MAX_WORDS), other.words.slice(0, MAX_WORDS))
  if (alike === 1) return length >= (spoken ? LEAST_WORDS.sameSpoken : LEAST_WORDS.same)
  return alike >= ALIKE && length >= (spoken ? LEAST_WORDS.nearlySpoken : LEAST_WORDS.nearly)
}

/** What is in two or more of the lists: one pair in common is chance. */
function repeated(lists: readonly (readonly number[])[]): Set<number> {
  const once = new Set<number>()
  const twice = new Set<number>()
  for (const list of lists) for (const one of list) (once.has(one) ? twice : once).add(one)
  return twice
}

/** Gives each word a number of its own. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
}

function sketchOf(numbers: readonly number[]): number[] {
  const pairs = new Set(numbers.slice(1).map((word, index) => hash(numbers[index] ?? 0, word)))
  return [...pairs].sort((a, b) => a - b).slice(0, SKETCH)
}

/** Thirty bits of two numbers, well mixed. Two that collide cost a comparison, nothing else. */
function hash(a: number, b: number): number {
  let mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 2
}

/** Dice's measure over the longest common subsequence of words: 1 for the same sentence, 0 for nothing in common. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  let previous = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const row = [0]
    for (let j = 1; j <= b.length; j++) {
      row.push(word === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, row[j - 1] ?? 0))
    }
    previous = row
  }
  return (2 * (previous[b.length] ?? 0)) / (a.length + b.length)
}

/** Where a text has a run of `length` words that stands in an earlier text too; for each text the first one, extended. */
export function sharedRuns(
  texts: readonly (readonly string[])[],
  length: number,
): { at: number; earlier: number; run: readonly string[] }[] {
  const number = numbering()
  const starts = texts.map(({ length: words }) => Math.max(0, words - length + 1))
  const places = starts.reduce((sum, count) => sum + count, 0)
  const seen = new NumberIndex(places)
  const textOf = new Int32Array(places)
  const startOf = new Int32Array(places)
  let place = 0
  const found: { at: number; earlier: number; run: readonly string[] }[] = []
  for (const [at, words] of texts.entries()) {
    const numbers = words.map(number)
    let reported = false
    for (let start = 0; start + length <= words.length; start++) {
      let key = 0
      for (let step = 0; step < length; step++) key = hash(key, numbers[start + step] ?? 0)
      const [first] = seen.latest(key, 1)
      if (first === undefined) {
        textOf[place] = at
        startOf[place] = start
        seen.add(key, place++)
        continue
      }
      const earlier = textOf[first] ?? 0
      if (earlier === at || reported) continue
      const run = commonRun(words, start, texts[earlier] ?? [], startOf[first] ?? 0)
      reported = run.length >= length
      if (reported) found.push({ at, earlier, run })
    }
  }
  return found
}

function commonRun(
  words: readonly string[],
  start: number,
  others: readonly string[],
  otherStart: number,
): readonly string[] {
  let end = 0
  while (words[start + end] !== undefined && words[start + end] === others[otherStart + end]) end++
  return words.slice(start, start + end)
}
