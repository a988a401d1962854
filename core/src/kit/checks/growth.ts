import { collectProse, type Draft, type FoundText, isEnglish, wordsIn } from "../draft.ts"
import { type Problem, problem } from "../problem.ts"
import { runsBackwards } from "../rules/direction.ts"
import { plain } from "../rules/rule.ts"
import type { Comparison } from "../rules/likeness.ts"
import { wordsOf } from "../rules/sentences.ts"
import type { SourceKind } from "../tree.ts"

const SCORES = ["1", "2", "3", "4", "5"]
const LEVELS = ["junior", "mid", "senior", "principal"]

/** A score or a level says what is more about it than about the one before. */
export function checkGrowth(draft: Draft, comparison: Comparison): Problem[] {
  const reader = { draft, comparison }
  return [
    ...(["question", "exercise"] as const).flatMap((kind) => anchors(reader, kind, ["anchors"])),
    ...reversed(draft),
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
  return [...Map.groupBy(texts, groupOf).values()].flatMap((group) => [
    ...sameButForDegree(reader, group, "anchors-not-growing", "The anchors of"),
    ...backwards(group),
  ])
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

/** Anchors that were written from 5 down, or exchanged: told by what they have in common with the indicators. */
function reversed(draft: Draft): Problem[] {
  if (!isEnglish(draft)) return []
  return [...draft.questions, ...draft.exercises].flatMap(({ source, data }) => {
    const { anchors: written, indicators } = data
    if (!runsBackwards([written[1], written[2], written[3], written[4], written[5]], indicators)) return []
    const message = "The anchors seem to run from good to bad: 1 and 2 speak of better answers than 4 and 5."
    const help = "1 is the lowest score and 5 the highest; put the anchors in that order."
    return [problem("anchors-not-growing", source.file, source.keyPlace(["anchors"]), message, help)]
  })
}

/** Words by which a text adds to one before it. */
const ADDS =
  /^(?:also|additionally|in addition|moreover|furthermore|beyond (?:that|this)|on top of (?:that|this)|all (?:of )?(?:that|this|the above)|does all|as (?:\d|above|before),? (?:and|plus|but)|goes further)\b|\b(?:does all (?:of )?that|all of (?:that|the above|this) and|in addition to (?:\d|the above|all))\b/i
/** Words by which a text says that something is absent. */
const LACKS =
  /^(?:no|not|none|never|nothing|can’t|cannot|doesn’t|does not|didn’t|fails? to|misses|lacks?|ignores|unable)\b|^(?:has|shows|gives|offers|names) no\b/i

/** The lowest anchor can't add to one below it, and the highest doesn't begin by what is missing while the lowest doesn't. */
function backwards(group: readonly FoundText[]): Problem[] {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last || group.length < 2 || first.path.at(-1) !== "1" || last.path.at(-1) !== "5") return []
  const adds = ADDS.test(plain(first.value))
  if (!adds && !(LACKS.test(plain(last.value)) && !LACKS.test(plain(first.value)))) return []
  const text = adds ? first : last
  const message = adds
    ? "The anchor of 1 adds to an anchor below it, but there is none."
    : "The anchor of 5 says what is missing, the anchor of 1 doesn’t."
  const help = "1 is the lowest score and 5 the highest; put the anchors in that order."
  return [problem("anchors-not-growing", text.source.file, text.source.place(text.path), message, help)]
}
