import type { KitFile } from "@backfill/core"

/** Nearly as long as a text may be. */
const LONG = 19_800
const LETTERS = "abcdefghijkl"

/** Kits of nearly 10 MiB, each made to keep one part of the check busy for as long as it can. */
export function hostileKits(fixture: readonly KitFile[]): { what: string; files: KitFile[] }[] {
  let state = 1
  const letter = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return LETTERS[state >>> 28] ?? "m"
  }
  const sentence = (words: number) => `A ${Array.from({ length: words - 1 }, letter).join(" ")}.`
  const long = (piece: () => string) => {
    let text = piece()
    while (text.length < LONG - 200) text += ` ${piece()}`
    return text
  }
  const kit = (what: string, count: number, text: (id: string) => string) => {
    const files = Array.from({ length: count }, (_, index) =>
      file(`hostile-${index}`, text(`hostile-${index}`)),
    )
    return { what, files: [...fixture, ...files] }
  }
  return [
    kit("long sentences of few words", 25, (id) => question(id, () => long(() => sentence(60)))),
    kit("short sentences of few words", 25, (id) => question(id, () => long(() => sentence(8)))),
    kit("one sentence again and again", 25, (id) =>
      question(id, () => long(() => "Says the same once more, again.")),
    ),
    kit("wording that every rule looks at twice", 1600, (id) =>
      question(id, () => "You and how do your kids ".repeat(8)),
    ),
    kit("keys of no meaning", 1900, () => Array.from({ length: 800 }, (_, key) => `k${key}:`).join("\n")),
  ]
}

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join("\n")

function question(id: string, text: () => string): string {
  const levels = ["junior", "mid", "senior", "principal"]
  return [
    `id: ${id}\nkind: competency\naudience: panel\ncompetency: pipelines\nround: engineering-talk\ntitle: Hostile`,
    `purpose: ${text()}\nminutes: 10\nquestion: ${text()}\nprobes:\n${times(2, () => `  - ${text().slice(0, 390)}`)}`,
    `expectations:\n${levels.map((level) => `  ${level}:\n    expected: ${text()}\n    why: ${text()}`).join("\n")}`,
    `indicators:\n  positive:\n${times(5, () => `    - ${text().slice(0, 390)}`)}`,
    `  negative:\n${times(5, () => `    - ${text().slice(0, 390)}`)}`,
    `anchors:\n${times(5, (score) => `  ${score}: ${text()}`)}`,
  ].join("\n")
}

function file(id: string, text: string): KitFile {
  return { path: `questions/${id}.yaml`, bytes: new TextEncoder().encode(`${text}\n`), kind: "file" }
}
