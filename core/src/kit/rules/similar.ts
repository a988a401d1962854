import type { Comparison } from "./likeness.ts"
import { MetTwice } from "./met-twice.ts"
import { NumberIndex } from "./number-index.ts"
import type { Numbers } from "./vocabulary.ts"

/** A sentence as the numbers of its words, and what it belongs to; sentences of one owner may resemble each other. */
export interface Owned {
  words: Numbers
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
export function nearDuplicates(
  sentences: readonly Owned[],
  comparison: Comparison,
): [at: number, earlier: number][] {
  const number = numbering()
  const sketches = new Int32Array(sentences.reduce((sum, { words }) => sum + pairsKept(words), 0))
  const starts = new Int32Array(sentences.length + 1)
  const met = new MetTwice(sketches.length)
  let size = 0
  for (const [at, { words }] of sentences.entries()) {
    if (pairsKept(words) > 0)
      for (const pair of sketchOf(beginning(words).map(number))) {
        sketches[size++] = pair
        met.meet(pair)
      }
    starts[at + 1] = size
  }
  const byPair = new NumberIndex(size)
  const latest = new Int32Array(KEPT_PER_PAIR)
  const repeated = new Repeated(sentences.length)
  const found: [number, number][] = []
  for (const [at, sentence] of sentences.entries()) {
    const { owner } = sentence
    const sketch = sketches.subarray(starts[at], starts[at + 1]).filter((pair) => met.has(pair))
    // Alike are those with two pairs in common: with fewer that ever come back, it is like none, nor is any like it.
    if (sketch.length < 2) continue
    repeated.clear()
    for (const pair of sketch) {
      const count = byPair.latest(pair, latest)
      for (let index = 0; index < count; index++) repeated.add(latest[index] ?? 0)
    }
    for (const candidate of repeated.twice) {
      const other = sentences[candidate]
      if (!other || other.owner === owner || !isAlike(sentence, other, comparison)) continue
      found.push([at, candidate])
      break
    }
    for (const pair of sketch) byPair.add(pair, at)
  }
  return found
}

/** At most so many pairs of a sentence are kept; of a short one none. */
function pairsKept({ length }: Numbers): number {
  return length < LEAST_WORDS.same ? 0 : Math.min(SKETCH, length - 1)
}

function isAlike(sentence: Owned, other: Owned, comparison: Comparison): boolean {
  const spoken = sentence.spoken || other.spoken
  const length = Math.min(sentence.words.length, other.words.length)
  const alike = comparison.likeness(beginning(sentence.words), beginning(other.words), ALIKE)
  if (alike === 1) return length >= (spoken ? LEAST_WORDS.sameSpoken : LEAST_WORDS.same)
  return alike >= ALIKE && length >= (spoken ? LEAST_WORDS.nearlySpoken : LEAST_WORDS.nearly)
}

function beginning(words: Numbers): Numbers {
  return words.length > MAX_WORDS ? words.slice(0, MAX_WORDS) : words
}

/** What was added twice or more since it was cleared: of the sentences that share pairs, one pair in common is chance. */
class Repeated {
  readonly twice: number[] = []
  /** By number, the round in which it was added last, and twice the round once it was added again. */
  private readonly seen: Int32Array
  private round = 0

  constructor(size: number) {
    this.seen = new Int32Array(size)
  }

  clear(): void {
    this.round++
    this.twice.length = 0
  }

  add(one: number): void {
    const once = 2 * this.round
    const before = this.seen[one] ?? 0
    if (before < once) this.seen[one] = once
    if (before !== once) return
    this.seen[one] = once + 1
    this.twice.push(one)
  }
}

/** Gives each word a number in the order of their first use, on which the sketches depend. */
function numbering(): (word: number) => number {
  const numbers: number[] = []
  let next = 0
  return (word) => (numbers[word] ??= next++)
}

/** The smallest different hashes of a sentence's pairs of neighbouring words, in order. */
function sketchOf(numbers: Numbers): number[] {
  const smallest: number[] = []
  for (let index = 1; index < numbers.length; index++) {
    const pair = hash(numbers[index - 1] ?? 0, numbers[index] ?? 0)
    let at = smallest.length
    while (at > 0 && (smallest[at - 1] ?? 0) > pair) at--
    if (at === SKETCH || smallest[at - 1] === pair) continue
    smallest.splice(at, 0, pair)
    if (smallest.length > SKETCH) smallest.pop()
  }
  return smallest
}

/** Thirty bits of two numbers, well mixed. Two that collide cost a comparison, nothing else. */
function hash(a: number, b: number): number {
  let mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 2
}

/** A run of words, from `start` on, that stands in an earlier text too. */
export interface SharedRun {
  at: number
  earlier: number
  start: number
  words: number
}

/** Where a text has a run of `length` words that stands in an earlier text too; for each text the first one, extended. */
export function sharedRuns(texts: readonly Numbers[], length: number): SharedRun[] {
  const starts = texts.map(({ length: words }) => Math.max(0, words - length + 1))
  const places = starts.reduce((sum, count) => sum + count, 0)
  const keys = new Int32Array(places)
  const met = new MetTwice(places)
  let size = 0
  for (const words of texts)
    for (let start = 0; start + length <= words.length; start++) {
      let key = 0
      for (let step = 0; step < length; step++) key = hash(key, words[start + step] ?? 0)
      keys[size++] = key
      met.meet(key)
    }
  const seen = new NumberIndex(places)
  const textOf = new Int32Array(places)
  const startOf = new Int32Array(places)
  const first = new Int32Array(1)
  let place = 0
  let next = 0
  const found: SharedRun[] = []
  for (const [at, words] of texts.entries()) {
    let reported = false
    for (let start = 0; start + length <= words.length; start++) {
      const key = keys[next++] ?? 0
      if (!met.has(key)) continue
      if (seen.latest(key, first) === 0) {
        textOf[place] = at
        startOf[place] = start
        seen.add(key, place++)
        continue
      }
      const earlier = textOf[first[0] ?? 0] ?? 0
      if (earlier === at || reported) continue
      const run = commonRun(words, start, texts[earlier] ?? [], startOf[first[0] ?? 0] ?? 0)
      reported = run >= length
      if (reported) found.push({ at, earlier, start, words: run })
    }
  }
  return found
}

function commonRun(words: Numbers, start: number, others: Numbers, otherStart: number): number {
  let end = 0
  while (words[start + end] !== undefined && words[start + end] === others[otherStart + end]) end++
  return end
}
