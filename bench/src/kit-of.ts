import type { KitFile } from "@backfill/core"

const CONSONANTS = [
  "b",
  "d",
  "f",
  "g",
  "k",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "v",
  "st",
  "tr",
  "gr",
  "pl",
  "ch",
  "sh",
]
const VOWELS = ["a", "e", "i", "o", "u", "ea", "oo"]

/**
 * A kit of so many questions: the fixture with questions of random words added, as long as the shipped kit's. The same
 * number gives the same kit.
 */
export function kitOf(fixture: readonly KitFile[], questions: number): KitFile[] {
  let state = 12_345
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = (list: readonly string[]) => list[draw(list.length)] ?? ""
  /** Of one syllable, so that the text reads easily; there are some 2,500 of them, so that sentences differ. */
  const word = () => pick(CONSONANTS) + pick(VOWELS) + pick(CONSONANTS)
  const words = (count: number) => Array.from({ length: count }, word).join(" ")
  const sentence = (count: number) => `Says ${words(count)}.`
  const more = Array.from({ length: questions }, (_, index) => file(`many-${index}`, words, sentence))
  return [...fixture, ...more]
}

function file(id: string, words: (count: number) => string, sentence: (count: number) => string): KitFile {
  const levels = ["junior", "mid", "senior", "principal"]
  const text = [
    `id: ${id}`,
    "kind: competency\naudience: panel\ncompetency: pipelines\nround: engineering-talk",
    `title: ${words(4)}\npurpose: ${sentence(25)}\nminutes: 10\nquestion: How do ${words(25)}?`,
    `probes:\n  - Which ${words(9)}?\n  - Who ${words(9)}?`,
    `expectations:\n${levels.map((level) => `  ${level}:\n    expected: ${sentence(22)}\n    why: ${sentence(15)}`).join("\n")}`,
    `indicators:\n  positive:\n${list(6, words)}\n  negative:\n${list(6, words)}`,
    `anchors:\n${[1, 2, 3, 4, 5].map((score) => `  ${score}: ${sentence(22)}`).join("\n")}`,
    `samples:\n${[2, 3, 5].map((score) => `  - score: ${score}\n    answer: ${Array.from({ length: 8 }, () => sentence(14)).join(" ")}`).join("\n")}`,
  ].join("\n")
  return { path: `questions/${id}.yaml`, bytes: new TextEncoder().encode(`${text}\n`), kind: "file" }
}

function list(count: number, words: (count: number) => string): string {
  return Array.from({ length: count }, () => `    - ${words(8)}`).join("\n")
}
