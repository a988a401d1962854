import { collectTexts, type Draft, type FoundText } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { SourceKind } from "../tree.ts"

/** Indicators and anchors: what a rater reads must tell one answer from another. */
export function checkJudging(draft: Draft): Problem[] {
  return [
    ...indicators(draft, "question"),
    ...indicators(draft, "exercise"),
    ...anchors(draft, "question", ["anchors"]),
    ...anchors(draft, "exercise", ["anchors"]),
    ...anchors(draft, "resume", ["criteria", "*", "anchors"]),
  ]
}

function indicators(draft: Draft, kind: SourceKind): Problem[] {
  const positive = collectTexts(draft, kind, ["indicators", "positive", "*"])
  const negative = collectTexts(draft, kind, ["indicators", "negative", "*"])
  const seen = new Map<string, FoundText>()
  return [...positive, ...negative].flatMap((indicator) => {
    const earlier = firstOf(seen, indicator, "")
    if (!earlier) return []
    const { source, path, value } = indicator
    const line = source.place(earlier.path).line
    const both = path[1] !== earlier.path[1]
    const message = both
      ? `${quote(value)} is a positive indicator too (line ${line}).`
      : `The indicator ${quote(value)} is in this list already (line ${line}).`
    const help = both ? "Say what differs, or keep it on one side." : "Replace or delete one of them."
    return [
      problem(
        both ? "indicator-both" : "indicator-duplicate",
        source.file,
        source.place(path),
        message,
        help,
      ),
    ]
  })
}

function anchors(draft: Draft, kind: SourceKind, pattern: readonly string[]): Problem[] {
  const seen = new Map<string, FoundText>()
  return ["1", "2", "3", "4", "5"]
    .flatMap((score) => collectTexts(draft, kind, [...pattern, score]))
    .flatMap((anchor) => {
      const earlier = firstOf(seen, anchor, anchor.path.slice(0, -1).join("."))
      if (!earlier) return []
      const { source, path } = anchor
      const message = `The anchors of ${String(earlier.path.at(-1))} and ${String(path.at(-1))} say the same.`
      const help = "Say what makes the higher score higher, in what the candidate says or does."
      return [problem("anchors-same", source.file, source.place(path), message, help)]
    })
}

/** The earlier text of the same file and group that reads the same but for case, spaces and a final full stop. */
function firstOf(seen: Map<string, FoundText>, text: FoundText, group: string): FoundText | undefined {
  const reading = text.value
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.;,!]+$/, "")
  const key = JSON.stringify([text.source.file, group, reading])
  const earlier = seen.get(key)
  if (!earlier) seen.set(key, text)
  return earlier
}
