import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Comparison } from "./likeness.ts"
import { nearDuplicates, sharedRuns } from "./similar.ts"
import { Vocabulary } from "./vocabulary.ts"

const words = fc.array(fc.nat(5), { maxLength: 14 })

/** Dice's measure by the definition: the longest common subsequence, found by recursion. */
function dice(a: readonly number[], b: readonly number[]): number {
  const known = new Map<string, number>()
  const longest = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return 0
    const key = `${i} ${j}`
    const found =
      known.get(key) ??
      (a[i] === b[j] ? 1 + longest(i + 1, j + 1) : Math.max(longest(i + 1, j), longest(i, j + 1)))
    known.set(key, found)
    return found
  }
  return a.length + b.length === 0 ? 1 : (2 * longest(0, 0)) / (a.length + b.length)
}

describe("likeness", () => {
  it("is Dice's measure from the least that is asked for on, and 0 below", () => {
    const comparison = new Comparison()
    fc.assert(
      fc.property(words, words, fc.constantFrom(0.1, 0.5, 0.8, 1), (a, b, least) => {
        const exact = dice(a, b)
        expect(comparison.likeness(a, b, least)).toBe(exact >= least ? exact : 0)
      }),
    )
    expect(comparison.hasGivenUp).toBe(false)
  })

  it("is given up when there is too much to compare, and stays so", () => {
    const comparison = new Comparison(100)
    const text = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(comparison.likeness(text, text, 0.8)).toBe(1)
    expect(comparison.likeness(text, text, 0.8)).toBe(0)
    expect(comparison.likeness([1], [1], 0.8)).toBe(0)
    expect(comparison.hasGivenUp).toBe(true)
  })
})

describe("sentences", () => {
  const vocabulary = new Vocabulary()
  const owned = (owner: string, text: string) => ({ owner, words: vocabulary.read(text), spoken: false })

  it("are found beside the latest of another owner that is nearly the same", () => {
    const found = nearDuplicates(
      [
        owned("a", "Names the owner of the late file and asks them for the next date."),
        owned("a", "Names the owner of the late file and asks them for the first date."),
        owned("b", "Counts the rows on both sides before the load is called good."),
        owned("b", "Names the owner of the late table and asks them for the next date."),
      ],
      new Comparison(),
    )
    expect(found).toEqual([[3, 1]])
  })

  it("share a run of words wherever it stands", () => {
    const texts = ["One two three four five.", "Zero two three, FOUR ten."].map((text) =>
      vocabulary.read(text),
    )
    expect(sharedRuns(texts, 3)).toEqual([{ at: 1, earlier: 0, start: 1, words: 3 }])
    expect(sharedRuns(texts, 4)).toEqual([])
  })
})
