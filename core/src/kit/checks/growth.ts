import { collectProse, type Draft, type FoundText, isEnglish, wordsIn } from "../draft.ts"
import { type Problem, problem } from "../problem.ts"
import { type Doubt, doubtsOf } from "../rules/ladder.ts"
import type { Comparison } from "../rules/likeness.ts"
import { wordsOf } from "../rules/sentences.ts"
import { addsToAnother, deniesAtOnce } from "../rules/strength.ts"
import type { SourceKind } from "../tree.ts"

const SCORES = ["1", "2", "3", "4", "5"]
const LEVELS = ["junior", "mid", "senior", "principal"]

/** A score or a level says what is more about it than about the one before. */
export function checkGrowth(draft: Draft, comparison: Comparison): Problem[] {
  const reader = { draft, comparison }
  return [
    ...(["question", "exercise"] as const).flatMap((kind) => anchors(reader, kind, ["anchors"])),
    ...anchors(reader, "resume", ["criteria", "*", "anchors"]),
    ...levels(reader, "question", (level) => ["expectations", level, "expected"]),
    ...levels(reader, "framework", (level) => ["competencies", "*", "levels", level]),
    ...levels(reader, "resume", (level) => ["criteria", "*", "evidence", level]),
  ]
}

interface Reader {
  draft: Draft
  comparison: Comparison
}

/** Words that only turn a sentence up or down: "explains it well" and "explains it very well" can't be told apart. */
const DEGREES = new Set(
  "very more most less least well better best good great excellent excellently outstanding poor poorly bad badly worse worst some somewhat slightly fairly quite rather highly extremely really fully mostly partly partially completely largely mainly clearly clear deeply deep strong strongly weak weakly solid high low adequate adequately sufficient sufficiently limited basic average acceptable exceptional exceptionally truly even also always often sometimes rarely never usually consistently a an the".split(
    " ",
  ),
)
/** What remains in common at which two texts count as one. */
const ALIKE = 0.8

function anchors(reader: Reader, kind: SourceKind, pattern: readonly string[]): Problem[] {
  const texts = SCORES.flatMap((score) => collectProse(reader.draft, kind, [...pattern, score]))
  return [...Map.groupBy(texts, groupOf).values()].flatMap((group) => {
    const certain = [
      ...sameButForDegree(reader, group, "anchors-not-growing", "The anchors of"),
      ...backwards(group),
    ]
    return isEnglish(reader.draft) ? [...certain, ...doubted(reader.draft, group, certain)] : certain
  })
}

function levels(reader: Reader, kind: SourceKind, pattern: (level: string) => string[]): Problem[] {
  const texts = LEVELS.flatMap((level) => collectProse(reader.draft, kind, pattern(level)))
  const parent = ({ source, path }: FoundText) =>
    JSON.stringify([source.file, path.filter((step) => !LEVELS.includes(String(step)))])
  return [...Map.groupBy(texts, parent).values()].flatMap((group) =>
    sameButForDegree(reader, group, "levels-not-growing", "The levels"),
  )
}

function groupOf({ source, path }: FoundText): string {
  return JSON.stringify([source.file, path.slice(0, -1)])
}

function sameButForDegree(
  { draft, comparison }: Reader,
  group: readonly FoundText[],
  code: "anchors-not-growing" | "levels-not-growing",
  subject: string,
): Problem[] {
  const contents = group.map((text) =>
    wordsIn(draft, text).filter((word) => !DEGREES.has(draft.vocabulary.word(word))),
  )
  return group.flatMap((text, at) => {
    const content = contents[at] ?? []
    const earlier = contents.findIndex(
      (other, index) => index < at && comparison.likeness(other, content, ALIKE) >= ALIKE,
    )
    const other = group[earlier]
    if (!other || isSame(text, other, code)) return []
    const message = `${subject} ${nameOf(other)} and ${nameOf(text)} differ only in degree.`
    const help = "Say what is done or said at the higher one that isn’t at the lower."
    return [problem(code, text.source.file, text.source.place(text.path), message, help)]
  })
}

/** Anchors that read exactly the same are reported under a code of their own. */
function isSame(text: FoundText, other: FoundText, code: string): boolean {
  const reading = ({ value }: FoundText) => wordsOf(value).join(" ")
  return code === "anchors-not-growing" && reading(text) === reading(other)
}

function nameOf({ path }: FoundText): string {
  return String(path.findLast((step) => SCORES.includes(String(step)) || LEVELS.includes(String(step))))
}

/** What the words of five anchors say against their order, but for what is known to be wrong with them already. */
function doubted(draft: Draft, group: readonly FoundText[], known: readonly Problem[]): Problem[] {
  const doubts = doubtsOf(group.map((text) => ({ text: text.value, words: wordsIn(draft, text) })))
  const lines = new Set(known.map(({ line }) => line))
  return doubts.flatMap((doubt) => {
    const { code, score, message, help } = saidOf(doubt)
    const text = group[score - 1]
    if (!text) return []
    const place = text.source.place(text.path)
    const isKnown = lines.has(place.line) || (known.length > 0 && doubt.kind === "reversed")
    return isKnown || isRepeated(group, doubt) ? [] : [problem(code, text.source.file, place, message, help)]
  })
}

/** Two that read exactly the same are reported as that. */
function isRepeated(group: readonly FoundText[], doubt: Doubt): boolean {
  if (doubt.kind !== "alike") return false
  const [lower, higher] = [group[doubt.lower - 1], group[doubt.higher - 1]]
  return lower !== undefined && higher !== undefined && isSame(higher, lower, "anchors-not-growing")
}

interface Said {
  code: "anchors-not-growing" | "anchors-doubtful"
  /** The anchor it is said of. */
  score: number
  message: string
  help: string
}

const ORDER = "1 is the lowest score and 5 the highest; put the anchors in that order."

function saidOf(doubt: Doubt): Said {
  switch (doubt.kind) {
    case "reversed": {
      const code = doubt.certain ? "anchors-not-growing" : "anchors-doubtful"
      const message =
        "The anchors seem to run from good to bad: 1 and 2 speak of better answers than 4 and 5."
      return { code, score: 1, message, help: ORDER }
    }
    case "builds-above": {
      const { score, on } = doubt
      const message = `The anchor of ${score} builds on that of ${on}${on === score ? " itself" : ", a higher one"}.`
      return { code: "anchors-not-growing", score, message, help: "Let an anchor add only to a lower one." }
    }
    case "one-height": {
      const message = "The five anchors say much the same, so that no answer is worth more than another."
      const help = "Say for each score what is done or said that the one below it lacks."
      return { code: "anchors-doubtful", score: 1, message, help }
    }
    case "alike": {
      const { lower, higher } = doubt
      const message = `The anchors of ${lower} and ${higher} seem to say the same in other words.`
      const help = "Say what is done or said at the higher one that isn’t at the lower."
      return { code: "anchors-doubtful", score: higher, message, help }
    }
    case "weak-top": {
      const message = "The anchor of 5 seems to ask for less than those of 3 and 4."
      const help = "Say what goes beyond 4; whoever reaches 5 has done what the others ask, too."
      return { code: "anchors-doubtful", score: 5, message, help }
    }
    case "exchanged": {
      const { lower } = doubt
      const message = `The anchors of ${lower} and ${lower + 1} seem to be exchanged: the lower one asks for more.`
      return { code: "anchors-doubtful", score: lower, message, help: ORDER }
    }
  }
}

/** The lowest anchor can’t add to one below it, and the highest doesn’t begin by what is missing while the lowest doesn’t. */
function backwards(group: readonly FoundText[]): Problem[] {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last || group.length < 2 || first.path.at(-1) !== "1" || last.path.at(-1) !== "5") return []
  const adds = addsToAnother(first.value)
  if (!adds && !(deniesAtOnce(last.value) && !deniesAtOnce(first.value))) return []
  const text = adds ? first : last
  const message = adds
    ? "The anchor of 1 adds to an anchor below it, but there is none."
    : "The anchor of 5 says what is missing, the anchor of 1 doesn’t."
  return [problem("anchors-not-growing", text.source.file, text.source.place(text.path), message, ORDER)]
}
