import type { Numbers } from "./vocabulary.ts"

/**
 * How much comparing a check of one kit may do, in pairs of words. A kit of 1,000 questions needs a few million; only
 * one that says the same over and over comes near this, and would keep a server busy for minutes.
 */
const MOST_PAIRS = 150_000_000

/** Compares texts, as long as there aren't too many that resemble each other. */
export class Comparison {
  private left: number
  /** How often each word of the text at hand is still to be met in the other. */
  private counts = new Int32Array(1024)
  private rows: [Int32Array, Int32Array] = [new Int32Array(64), new Int32Array(64)]
  private gaveUp = false

  constructor(mostPairs = MOST_PAIRS) {
    this.left = mostPairs
  }

  /** Whether texts were passed over, because comparing them all would have taken too long. */
  get hasGivenUp(): boolean {
    return this.gaveUp
  }

  /**
   * Dice's measure over the longest common subsequence of words, 1 for the same text: of two texts that are less alike
   * than `least`, and of all that come after too many, it is 0.
   */
  likeness(a: Numbers, b: Numbers, least: number): number {
    const both = a.length + b.length
    if (both === 0) return 1
    if ((2 * Math.min(a.length, b.length)) / both < least || !this.spend(both)) return 0
    // Words in common, in whatever order, are counted in a moment, and of most texts there are too few.
    if ((2 * this.inCommon(a, b)) / both < least || !this.spend(a.length * b.length)) return 0
    const alike = (2 * this.commonOrder(a, b)) / both
    return alike < least ? 0 : alike
  }

  private spend(pairs: number): boolean {
    if (pairs > this.left) this.gaveUp = true
    else this.left -= pairs
    return !this.gaveUp
  }

  private inCommon(a: Numbers, b: Numbers): number {
    for (const word of a) this.count(word)
    let common = 0
    for (const word of b) {
      const count = this.counts[word] ?? 0
      if (count === 0) continue
      this.counts[word] = count - 1
      common++
    }
    for (const word of a) this.counts[word] = 0
    return common
  }

  private count(word: number): void {
    if (word >= this.counts.length) {
      const more = new Int32Array(2 * word)
      more.set(this.counts)
      this.counts = more
    }
    this.counts[word] = (this.counts[word] ?? 0) + 1
  }

  private commonOrder(a: Numbers, b: Numbers): number {
    const size = b.length + 1
    if (this.rows[0].length < size) this.rows = [new Int32Array(2 * size), new Int32Array(2 * size)]
    let [previous, row] = this.rows
    previous.fill(0, 0, size)
    for (const word of a) {
      row[0] = 0
      let left = 0
      for (let j = 1; j < size; j++) {
        const above = previous[j] ?? 0
        left = word === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(above, left)
        row[j] = left
      }
      ;[previous, row] = [row, previous]
    }
    return previous[b.length] ?? 0
  }
}
