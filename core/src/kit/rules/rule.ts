/** One rule of wording. `docs/kit-rules.md` is printed from these lists. */
export interface Rule {
  /** Stable name, e.g. `age`; never given another meaning. */
  id: string
  /** The day the rule began to hold or was last sharpened, as YYYY-MM-DD. */
  since: string
  /** What the rule is about, in words for a person who writes questions. */
  about: string
  /** Why it is there. */
  why: string
  patterns: readonly RegExp[]
}

/** A rule that a text breaks, and the words that break it. */
export interface Broken {
  rule: Rule
  words: string
}

/** The first pattern of each rule that a text matches. The text should have been through `plain`. */
export function brokenRules(text: string, rules: readonly Rule[]): Broken[] {
  return rules.flatMap((rule) => {
    for (const pattern of rule.patterns) {
      const [words] = pattern.exec(text) ?? []
      if (words !== undefined) return [{ rule, words: words.trim().replace(/^[,.;:]\s*/, "") }]
    }
    return []
  })
}

/** What `plain` would change about a text, other than the white space around it. Most texts hold none of it. */
const NOT_PLAIN = /[\u2018\u02BC\uFF07'\u201C\u201D\u00AB\u00BB*_`]|[^\S ]|  /

/** A text as the rules read it: one line, curly apostrophes, straight quotes, without Markdown's emphasis. */
export function plain(text: string): string {
  const trimmed = text.trim()
  if (!NOT_PLAIN.test(trimmed)) return trimmed
  return trimmed
    .replaceAll(/[\u2018\u02BC\uFF07']/g, "’")
    .replaceAll(/[\u201C\u201D\u00AB\u00BB]/g, '"')
    .replaceAll(/[*_`]+/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
}

/**
 * Builds a case-insensitive pattern out of a readable one: a space stands for any white space or hyphen, and the whole
 * is held between word boundaries.
 */
export function words(source: string): RegExp {
  return new RegExp(`\\b(?:${source.replaceAll(" ", "(?:[\\s-]+)")})(?![\\w])`, "i")
}
