import type { Level } from "@backfill/core"
import type { Passage, Searchable } from "./search-index.ts"

/** A stretch of an excerpt; `found` ones are what was looked for. */
export type Piece = { text: string; found: boolean }
/** A page that holds every word looked for, with the passage that holds most of them, and rather those its title leaves out. */
export type Hit = {
  at: string
  title: Piece[]
  where: string
  part: string
  level?: Level
  excerpt: Piece[]
}

const ATMOST = 60
const BEFORE = 48
const EXCERPT = 180

/** Pages that hold all the words, those with a word in their title first, else in reading order. Empty for no words. */
export function search(pages: ReadonlyArray<Searchable>, query: string): Hit[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const hits = pages.flatMap((page) => {
    const title = fold(page.title)
    const texts = page.passages.map(({ text }) => fold(text))
    const all = words.every((word) => title.includes(word) || texts.some((text) => text.includes(word)))
    if (!all) return []
    const inTitle = words.filter((word) => title.includes(word)).length
    return [{ hit: hitOf(page, texts, words), inTitle }]
  })
  return hits
    .toSorted((a, b) => b.inTitle - a.inTitle)
    .slice(0, ATMOST)
    .map(({ hit }) => hit)
}

/** The words of a query as they are compared: folded, and none that is part of another. */
export function wordsOf(query: string): string[] {
  const words = [...new Set(fold(query).split(/\s+/).filter(Boolean))]
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)))
}

/** Lower case without accents, unit for unit, so that a place in it is the same place in the original. */
export function fold(text: string): string {
  return text
    .replaceAll(/[^\u0000-\u007f]/g, (sign) => {
      const plain = sign.normalize("NFD").charAt(0)
      return plain === "" ? sign : plain === "’" ? "'" : plain
    })
    .replaceAll(/[A-Z\u0080-\uffff]/g, (sign) => {
      const low = sign.toLowerCase()
      return low.length === 1 ? low : sign
    })
}

function hitOf(page: Searchable, texts: readonly string[], words: readonly string[]): Hit {
  const title = fold(page.title)
  let best: { passage: Passage; folded: string; count: number } | undefined
  for (const [at, passage] of page.passages.entries()) {
    const folded = texts[at] ?? ""
    const count = words.reduce(
      (sum, word) => sum + (folded.includes(word) ? (title.includes(word) ? 1 : 2) : 0),
      0,
    )
    if (count > (best?.count ?? -1)) best = { passage, folded, count }
  }
  const { passage, folded } = best ?? { passage: undefined, folded: "" }
  return {
    at: page.at,
    title: pieces(page.title, title, words),
    where: page.where,
    part: best?.count ? (passage?.part ?? "") : "",
    ...(passage?.level && best?.count ? { level: passage.level } : {}),
    excerpt: passage ? excerpt(passage.text, folded, words) : [],
  }
}

function excerpt(text: string, folded: string, words: readonly string[]): Piece[] {
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0)
  const first = places.length > 0 ? Math.min(...places) : 0
  const start = first <= BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1
  const end = start + EXCERPT >= text.length ? text.length : text.lastIndexOf(" ", start + EXCERPT)
  const shown = pieces(text.slice(start, end), folded.slice(start, end), words)
  return [
    ...(start > 0 ? [{ text: "… ", found: false }] : []),
    ...shown,
    ...(end < text.length ? [{ text: " …", found: false }] : []),
  ]
}

/** A text cut where one of the words begins or ends. `folded` is the same text, folded. */
export function pieces(text: string, folded: string, words: readonly string[]): Piece[] {
  const cut: Piece[] = []
  let at = 0
  for (const { start, end } of placesOf(folded, words)) {
    if (start > at) cut.push({ text: text.slice(at, start), found: false })
    cut.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) cut.push({ text: text.slice(at), found: false })
  return cut
}

/** Where the words stand in a folded text, in order and without overlap. */
export function placesOf(folded: string, words: readonly string[]): { start: number; end: number }[] {
  const all = words.flatMap((word) => {
    const places = []
    for (let start = folded.indexOf(word); start !== -1; start = folded.indexOf(word, start + word.length))
      places.push({ start, end: start + word.length })
    return places
  })
  const kept: { start: number; end: number }[] = []
  for (const place of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place)
  return kept
}
