import { fold, spellings } from "./fold.ts"
import type { Folded } from "./fold.ts"

/** A stretch of text in UTF-16 units, end excluded. */
export interface Stretch {
  start: number
  end: number
}

/** Words inside a name that are words of a language as well: they go only between other parts of the name. */
const PARTICLES = new Set(
  "a al ap bin binti da dal das de degli dei del della den der di do dos du el het ibn la las le los o of san st ten ter the van vom von y zu zum zur".split(
    " ",
  ),
)
const TITLES = new Set(
  "mr mrs ms miss mx dr prof herr frau dhr mevr mevrouw meneer mme mlle sr sra srta dl dna".split(" "),
)

/** Names that are everyday English words: only written with a capital are they taken for the name. */
const EVERYDAY = new Set(
  "ace amber art august baker bell best bill bishop black bob brook brown bush carter chase chance clay cliff cole cook crystal dale dawn day dean drew earl east faith fields fisher flora ford forest fox frank gates gene grace grant gray green guy hall hand hart harmony hill holly hope hunt hunter ivy jack jade jay jean joy june king lane lake lee long love major mark marsh mason max may mercy mike miles mills north olive page park pat pearl penny piper pope pound power price ray reed rich rob robin rock rose ruby rusty sage sandy scott sky small stone storm stream sue summer sunny taylor temple tree turner violet wade walker ward waters wells west white will win winter wise wolf wood woods young".split(
    " ",
  ),
)
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

interface Word extends Stretch {
  role: "part" | "initial" | "particle" | "title" | "other"
  foldedStart: number
  foldedEnd: number
}

/** Finds a person's name in a text: whole, in parts, run together, turned round, with initials, in any case or accents. */
export function findNames(text: string, name: string): Stretch[] {
  const parts = name.split(/[^\p{L}\p{M}]+/u).filter((part) => {
    const plain = fold(part).text
    return !PARTICLES.has(plain) && !TITLES.has(plain) && (plain.length >= 2 || UNSPACED.test(plain))
  })
  if (parts.length === 0) return []
  const folded = fold(text)
  return [
    ...spacedNames(text, folded, parts),
    ...unspacedNames(folded, name, parts),
    ...loneInitials(text, name),
  ]
}

function spacedNames(text: string, folded: Folded, parts: readonly string[]): Stretch[] {
  const spelled = parts.map(spellings)
  const single = new Set(spelled.flat())
  const joined = new Set(spelled.flatMap((a, i) => spelled.flatMap((b, j) => (i === j ? [] : pairs(a, b)))))
  const initials = new Set([...single].map((part) => part.charAt(0)))
  const roleOf = (word: string, start: number): Word["role"] => {
    const capital = isCapital(text, start)
    if (single.has(word)) return capital || (word.length > 2 && !EVERYDAY.has(word)) ? "part" : "other"
    if (joined.has(word)) return "part"
    if (TITLES.has(word)) return "title"
    if (word.length === 1 && capital && initials.has(word)) return "initial"
    return PARTICLES.has(word) ? "particle" : "other"
  }
  const words = [...folded.text.matchAll(/\p{L}+/gu)].map((match): Word => {
    const foldedEnd = match.index + match[0].length
    const start = folded.starts[match.index] ?? 0
    return {
      start,
      end: folded.ends[foldedEnd - 1] ?? start,
      foldedStart: match.index,
      foldedEnd,
      role: roleOf(match[0], start),
    }
  })
  return runs(words, folded.text)
}

/** Joins neighbouring parts of a name; titles and initials go with them, particles only between two. */
function runs(words: readonly Word[], folded: string): Stretch[] {
  const found: Stretch[] = []
  let run: Word[] = []
  const close = (): void => {
    while (run.at(-1)?.role === "particle" || run.at(-1)?.role === "title") run.pop()
    while (run[0]?.role === "particle") run.shift()
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && run.some((word) => word.role === "part"))
      found.push({ start: first.start, end: last.end })
    run = []
  }
  for (const word of words) {
    const before = run.at(-1)
    const gap = before ? folded.slice(before.foldedEnd, word.foldedStart) : ""
    if (word.role === "other" || !/^[ \t\u00a0.,'’-]{0,3}$/u.test(gap)) close()
    if (word.role !== "other") run.push(word)
  }
  close()
  return found
}

/** Scripts without spaces between words have no word to compare: the name is searched as it is. */
function unspacedNames(folded: Folded, name: string, parts: readonly string[]): Stretch[] {
  const wanted = [...parts, name.replace(/\s+/gu, "")].map((part) => fold(part).text)
  return wanted
    .filter((part) => UNSPACED.test(part) && [...part].length >= 2)
    .flatMap((part) => occurrences(folded, part))
}

/** Initials by themselves on a line, such as a monogram at the head. Within a line “M.S.” is more often a degree. */
function loneInitials(text: string, name: string): Stretch[] {
  const letters = name
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== "")
    .map((part) => fold(part).text.charAt(0))
  if (letters.length < 2) return []
  return [...text.matchAll(/^[ \t]*((?:\p{L}\.?[ \t]?){2,5})[ \t]*$/gmu)].flatMap((match) => {
    const monogram = match[1] ?? ""
    const same = fold(monogram).text.replace(/[^\p{L}]/gu, "") === letters.join("")
    const start = match.index + match[0].indexOf(monogram)
    return same ? [{ start, end: start + monogram.trimEnd().length }] : []
  })
}

/** Every place of a folded phrase in the text. */
export function occurrences(folded: Folded, phrase: string): Stretch[] {
  const found: Stretch[] = []
  if (phrase === "") return found
  for (let at = folded.text.indexOf(phrase); at >= 0; at = folded.text.indexOf(phrase, at + phrase.length)) {
    found.push({ start: folded.starts[at] ?? 0, end: folded.ends[at + phrase.length - 1] ?? 0 })
  }
  return found
}

function pairs(a: readonly string[], b: readonly string[]): string[] {
  return a.flatMap((first) => b.map((second) => first + second))
}

function isCapital(text: string, at: number): boolean {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return character !== character.toLowerCase()
}
