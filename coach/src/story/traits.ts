import { countWords } from "../text/tokens.ts"
import type { Sense } from "../parts/sense.ts"

const COMMON = new Set(
  `the a an and or but so of to in on at by for with from as that this it is was were be been are i we you they he she my our their me us
  them not no had have has did do would could can will what when who which how there then than if because about into out up down one all
  after before just only some very more most first next now`.split(/\s+/),
)
/** Lines as they stand in programs, queries and settings; times of day and everyday words that begin them in speech are left out. */
const CODE_LINE =
  /^\s*(?:def \w+\(|class \w+[(:{]|import [\w.{*]+(?:\s+(?:as|from)\b.*)?;?$|from [\w.]+ import |SELECT\b|FROM\b|WHERE\b|GROUP BY\b|select\b.*\bfrom\b|(?:create|CREATE|drop|DROP|alter|ALTER) (?:table|TABLE|view|VIEW)\b|(?:insert|INSERT) (?:into|INTO)\b|function \w*\(|(?:const|let|var) \w+\s*=|return [\w("'{[]+[^.]*[;)\]}]?$|if \(|for \w+ in .*:$|for \(|[})\]]|\{|<\/?\w+[^<]*>|#include|\$ \w|>>> |- name:|[\w.]+\s*=\s*\S|["\w]+:\s*[[{"])|[;{}]\s*$/
const LIST_LINE = /^\s*(?:[-*•+>|]|\d{1,2}[.)])\s|^\s*#{1,6}\s|^\s*(?:-{3,}|={3,}|\|)/

/** What a text looks like before anything in it is understood: shares between 0 and 1. */
export interface Shape {
  words: number
  /** Share of lines that are code, and of those that are list items, headings or table rows. */
  code: number
  list: number
  /** Share of the words that are among the commonest of English. */
  english: number
  /** Share of signs that prose seldom has. */
  signs: number
}

/** Looks at a text's surface. Only its first 30,000 characters are looked at; nobody tells a longer story in three minutes. */
export function shapeOf(text: string): Shape {
  const head = text.slice(0, 30_000)
  const lines = head.split("\n").filter((line) => line.trim() !== "")
  const share = (pattern: RegExp) =>
    lines.filter((line) => pattern.test(line.slice(0, 300))).length / Math.max(1, lines.length)
  const words =
    head
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}']+/gu) ?? []
  const fenced = (head.match(/```/g)?.length ?? 0) >= 2
  return {
    words: countWords(text),
    code: fenced ? Math.max(0.5, share(CODE_LINE)) : share(CODE_LINE),
    list: lines.length < 2 ? 0 : share(LIST_LINE),
    english: words.filter((word) => COMMON.has(word.replace(/'.*$/, ""))).length / Math.max(1, words.length),
    signs: (head.match(/[{}[\]<>=;|\\_`*#@^~]/g)?.length ?? 0) / Math.max(1, head.length),
  }
}

/** How a text is told: what speaks for one event in the past, and what for a habit, a definition or a plan. */
export function traitsOf(senses: readonly Sense[], shape: Shape): Map<string, number> {
  const n = Math.max(1, senses.length)
  const share = (has: (sense: Sense) => boolean) => senses.filter(has).length / n
  const isPast = ({ tense }: Sense) => tense === "past" || tense === "perfect" || tense === "pluperfect"
  const speaks = ({ persons }: Sense) => persons.includes("I") || persons.includes("we")
  const word = (pattern: RegExp) => share(({ words }) => words.some((w) => pattern.test(w)))
  return new Map([
    ["past", share(isPast)],
    ["own past", share((s) => isPast(s) && speaks(s))],
    ["speaks", share(speaks)],
    ["present", share((s) => s.tense === "present")],
    ["no verb", share((s) => s.tense === "none")],
    ["would", share((s) => s.tense === "would" || s.tense === "future")],
    [
      "habit",
      word(/^(usually|always|typically|generally|often|sometimes|normally|would|should|must|never)$/),
    ],
    [
      "definition",
      share(
        (s) => s.person !== "I" && s.person !== "we" && s.tense === "present" && !s.classes.has("recurrence"),
      ),
    ],
    ["you", share(({ persons }) => persons.includes("you"))],
    ["others", share(({ persons }) => persons.includes("she") || persons.includes("they"))],
    ["scene", share((s) => s.classes.has("scene"))],
    ["counted", share((s) => s.quantities.length > 0)],
    ["list", shape.list],
    ["length", Math.min(1, shape.words / 150)],
    ["sentences", Math.min(1, senses.length / 12)],
    ["english", shape.english],
    [
      "self",
      word(
        /^(passionate|experience|experienced|years|skills|skilled|background|enjoy|love|strong|proficient|familiar)$/,
      ),
    ],
    ["if", word(/^(if|suppose|imagine|hypothetically)$/)],
  ])
}
