/** Words that stand in every story; a pair needs one word that isn't among them. */
const COMMON = new Set(
  "the a an and or of to in on at for by with from it its this that those these was were is are be been i me my we our us he she they them his her their you your as so but not no had have has did do".split(
    " ",
  ),
)
const ENDINGS = /(?:ations?|ments?|ingly|edly|ings?|ers?|ed|es|ly|s|e)$/

/** A word without its ending, so that `migrate`, `migrated` and `migration` meet. Crude on purpose: it has to be the same twice, not right. */
function stem(word: string): string {
  const bare = word.replace(/(?:’s|s’)$/, "").replace(/(?:ies|ied)$/, "y")
  return bare.replace(ENDINGS, (ending, at: number) => (at >= 3 ? "" : ending))
}

/** What a text is judged by: stems of its words and of two in a row, each with the words as they first stand there. */
export function cuesOf(text: string): Map<string, string> {
  const written = text.replaceAll("'", "’").match(/[A-Za-z][A-Za-z’-]*/g) ?? []
  const stems = written.map((word) => stem(word.toLowerCase()))
  const cues = new Map<string, string>()
  const add = (cue: string, words: string) => cues.has(cue) || cues.set(cue, words)
  for (const [at, one] of stems.entries()) {
    const words = written[at] ?? ""
    if (!COMMON.has(one) && one.length > 1) add(one, words)
    const next = stems[at + 1]
    if (next !== undefined && !(COMMON.has(one) && COMMON.has(next)))
      add(`${one} ${next}`, `${words} ${written[at + 1]}`)
  }
  return cues
}
