/** Irregular forms: form → base. Only verbs that people use when they tell what happened at work. */
const IRREGULAR: Record<string, string> = Object.fromEntries(
  `was be, were be, is be, are be, am be, been be, had have, has have, did do, does do, done do, went go, gone go,
  said say, told tell, made make, made make, took take, taken take, got get, gotten get, gave give, given give, found find,
  thought think, knew know, known know, saw see, seen see, came come, became become, left leave, felt feel, kept keep,
  began begin, begun begin, brought bring, wrote write, written write, sat sit, stood stand, lost lose, paid pay, met meet,
  ran run, led lead, understood understand, spoke speak, spoken speak, spent spend, grew grow, grown grow, won win,
  taught teach, held hold, built build, sent send, fell fall, fallen fall, rose rise, risen rise, drew draw, drawn draw,
  broke break, broken break, chose choose, chosen choose, drove drive, driven drive, ate eat, woke wake, woken wake,
  rang ring, rung ring, caught catch, bought buy, sold sell, fought fight, threw throw, thrown throw, froze freeze,
  frozen freeze, hid hide, hidden hide, stuck stick, swore swear, slept sleep, stole steal, shrank shrink, shrunk shrink,
  sank sink, dealt deal, meant mean, bit bite, blew blow, flew fly, forgot forget, forgotten forget, rewrote rewrite,
  rewritten rewrite, redid redo, rebuilt rebuild, reran rerun, overran overrun, dug dig, swung swing, showed show,
  shown show, proved prove, proven prove, begged beg, laid lay, lay lie, struck strike, wound wind, bound bind, withdrew withdraw`
    .split(",")
    .map((pair) => pair.trim().split(" ") as [string, string]),
)
const SAME_IN_THE_PAST = new Set(
  "cut put set let hit hurt cost split shut quit read reset spread bet".split(" "),
)
const AUXILIARY = new Set("is are am been has does being having doing".split(" "))

const VOWEL = /[aeiou]/

/** The bases a form may come from, itself first: "stopped" → stopped, stopp, stop, stoppe. Wrong ones are in no lexicon. */
export function basesOf(word: string): string[] {
  const bases = [word]
  const irregular = IRREGULAR[word]
  if (irregular !== undefined && Object.hasOwn(IRREGULAR, word)) bases.push(irregular)
  const strip = (length: number) => {
    const stem = word.slice(0, -length)
    if (stem.length < 2 || !VOWEL.test(stem)) return
    bases.push(stem, `${stem}e`)
    if (stem.length > 2 && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1))
  }
  if (word.endsWith("ies") || word.endsWith("ied")) bases.push(`${word.slice(0, -3)}y`)
  if (word.endsWith("ing")) strip(3)
  else if (word.endsWith("ed")) strip(2)
  else if (word.endsWith("es")) bases.push(word.slice(0, -1), word.slice(0, -2))
  else if (word.endsWith("s") && !word.endsWith("ss")) bases.push(word.slice(0, -1))
  return bases
}

/** Whether a word has the form of a past tense or a past participle. */
export function looksPast(word: string): boolean {
  if (AUXILIARY.has(word)) return false
  return (
    (Object.hasOwn(IRREGULAR, word) && !/^(is|are|am|has|does)$/.test(word)) ||
    SAME_IN_THE_PAST.has(word) ||
    (word.length > 3 &&
      word.endsWith("ed") &&
      !/^(need|speed|feed|seed|indeed|embed|shed|exceed|proceed)$/.test(word))
  )
}
