import { CUES } from "./cues.ts"
import { basesOf } from "./inflect.ts"
import { NOUNS } from "./people.ts"
import { TOOLS } from "./tools.ts"
import { VERBS } from "./verbs.ts"

/** Longest phrase in any list, in words. */
const LONGEST = 4

const words = new Map<string, string[]>()
const phrases = new Map<string, string[]>()
const starts = new Set<string>()

for (const [meaning, list] of Object.entries({ ...VERBS, ...NOUNS, ...CUES, tool: TOOLS }))
  for (const entry of new Set(list.split(/\s+/))) {
    const target = entry.includes("_") ? phrases : words
    target.set(entry, [...(target.get(entry) ?? []), meaning])
    if (entry.includes("_")) starts.add(entry.slice(0, entry.indexOf("_")))
  }

const known = new Map<string, readonly string[]>()
const KEPT = 20_000

/** What a single word may mean in a story, over all forms of its base. */
function meaningsOfWord(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  const meanings = [...new Set(basesOf(word).flatMap((base) => words.get(base) ?? []))]
  if (known.size < KEPT) known.set(word, meanings)
  return meanings
}

export interface Meaning {
  /** Index of the first token. */
  at: number
  length: number
  meanings: readonly string[]
}

/** The meanings in a row of lower-case tokens, in order; phrases beside the words that they are made of. */
export function meaningsIn(tokens: readonly string[]): Meaning[] {
  const found: Meaning[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string
    const single = meaningsOfWord(token)
    if (single.length > 0) found.push({ at, length: 1, meanings: single })
    if (!starts.has(token)) continue
    let phrase = token
    for (let length = 2; length <= LONGEST && at + length <= tokens.length; length++) {
      phrase += `_${tokens[at + length - 1]}`
      const meanings = phrases.get(phrase)
      if (meanings) found.push({ at, length, meanings })
    }
  }
  return found
}
