import { countWords, startOfWord } from "../text/tokens.ts"
import { PARTS } from "../parts/part.ts"
import { givesTime } from "./given-time.ts"
import { appliesTo, FINDINGS, type FindingId } from "./ids.ts"
import { placeOf } from "./places.ts"
import { signalsOf } from "./signals.ts"
import type { Told } from "./told.ts"
import { sigmoid, weigh, type Weighing } from "./weighing.ts"
import stored from "./weights.json" with { type: "json" }
import { WORDING } from "./wording.ts"

export interface Finding {
  id: FindingId
  /** UTF-16 positions in the input, end exclusive. */
  start: number
  end: number
  /** Why it matters, in one sentence. */
  message: string
  /** The question whose answer would mend it. */
  question: string
  /** From 0 to 1; what is counted rather than weighed has 1. */
  confidence: number
}

/** Words of a story that is told in two to three minutes. */
export const FEWEST = 120
export const MOST = 320
/** Below this a weighed finding stays unsaid. */
export const SILENT_BELOW = 0.5

const RESULT = PARTS.indexOf("result")
const weights = stored as unknown as Partial<Record<FindingId, Weighing>>

/**
 * The most that a finding can be sure of against what speaks for the opposite: that there's no result, where one clause is read as a
 * result; that nothing is counted, where such a clause counts; that nothing was asked or hard, where somebody says how long they had. To
 * be told that what one said is missing is the worst a coach can do.
 */
function boundOf(id: FindingId, told: Told): number {
  if (id === "no-constraint") return isGivenTime(told) ? 0 : 1
  if (id !== "no-result" && id !== "unquantified") return 1
  const { senses, parts } = told.clauses
  const speaks = (i: number) =>
    id === "no-result" || senses[i]?.quantities.some(({ kind }) => kind !== "clock") === true
  return parts.reduce(
    (bound, row, i) => (speaks(i) ? Math.min(bound, 1 - (row[RESULT] as number)) : bound),
    1,
  )
}

/** Whether the story says so before it comes to how it ended. */
const isGivenTime = ({ senses, parts }: Told): boolean =>
  senses.some((sense, i) => {
    const row = parts[i] as Float64Array
    return row.indexOf(Math.max(...row)) < RESULT && givesTime(sense)
  })

/** Log odds of every weighed finding under a theme, before single clauses are heard against it. */
export function oddsOf(
  told: Told,
  by: Partial<Record<FindingId, Weighing>> = weights,
): Map<FindingId, number> {
  const signals = signalsOf(told)
  const found = new Map<FindingId, number>()
  for (const id of FINDINGS) {
    const weighing = by[id]
    if (weighing && appliesTo(id, told.theme)) found.set(id, weigh(weighing, signals))
  }
  return found
}

/** Confidence of every weighed finding under a theme, said or not. */
export const weighFindings = (
  told: Told,
  by: Partial<Record<FindingId, Weighing>> = weights,
): Map<FindingId, number> =>
  new Map([...oddsOf(told, by)].map(([id, odds]) => [id, Math.min(boundOf(id, told), sigmoid(odds))]))

/** The ids that are sure enough to be said; what says the same twice is said once. */
export function saidOf(weighed: ReadonlyMap<FindingId, number>): FindingId[] {
  const said = FINDINGS.filter((id) => (weighed.get(id) ?? 0) >= SILENT_BELOW)
  const contradicted = (id: FindingId) => {
    const other =
      id === "technical-result-only" ? "no-result" : id === "no-result" ? "technical-result-only" : undefined
    return other !== undefined && said.includes(other) && (weighed.get(other) ?? 0) > (weighed.get(id) ?? 0)
  }
  return said.filter((id) => !contradicted(id))
}

/** Everything found in a story, in the order of `FINDINGS`. */
export function findingsIn(text: string, told: Told): Finding[] {
  const words = countWords(text)
  const weighed = weighFindings(told)
  const found = saidOf(weighed).map((id): Finding => {
    const { start, end } = placeOf(id, told)
    return { id, start, end, ...WORDING[id], confidence: round(weighed.get(id) ?? 0) }
  })
  const end = text.trimEnd().length
  if (words > MOST)
    found.push({ id: "too-long", start: startOfWord(text, MOST), end, ...WORDING["too-long"], confidence: 1 })
  if (words < FEWEST)
    found.push({ id: "too-short", start: startOfWord(text, 0), end, ...WORDING["too-short"], confidence: 1 })
  return found
}

export const round = (value: number): number => Math.round(value * 100) / 100
