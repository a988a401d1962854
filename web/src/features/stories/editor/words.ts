import type { Change, FindingId } from "@backfill/coach"

/** What a hint is called in a word or three. */
const NAMES: Record<FindingId, string> = {
  "long-situation": "Long way in",
  "no-constraint": "Nothing asked",
  "technical-result-only": "Technical result only",
  "no-result": "No ending",
  unquantified: "No number",
  "no-hardening": "Could happen again",
  "blames-others": "Somebody else’s fault",
  "vague-we": "Told as “we”",
  "tool-heavy": "Much about tools",
  "no-stakeholders": "Nobody told",
  "one-sided-tradeoff": "One side of a choice",
  "too-long": "Long",
  "too-short": "Short",
}

/** The name of a finding; of one this version doesn't know, its id as it was kept. */
export const nameOf = (finding: string): string =>
  Object.hasOwn(NAMES, finding) ? NAMES[finding as FindingId] : finding

/** Only these are counted; anything else is weighed and so never certain, however near it comes. */
const COUNTED: ReadonlySet<string> = new Set<FindingId>(["too-long", "too-short"])

/** How sure the coach is of a finding, in words. */
export function sureness(finding: string, confidence: number): string {
  if (COUNTED.has(finding)) return "counted"
  if (confidence >= 0.9) return "quite sure"
  if (confidence >= 0.75) return "fairly sure"
  return "not so sure"
}

/** "2 min 8 s", "45 s", "3 min". */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  return [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`]
    .filter(Boolean)
    .join(" ")
}

/** What a spoken length means against the aim and the limit, both in seconds; `spoken` is told fast and told calmly. */
export function lengthWords(spoken: { min: number; max: number }, aim: number, limit: number): string {
  const aimed = `aim ${minutesAndSeconds(aim)}`
  if (spoken.min > limit) return `over the limit of ${minutesAndSeconds(limit)} even when told fast`
  if (spoken.max > limit) return `${aimed}; told calmly it runs over the limit of ${minutesAndSeconds(limit)}`
  return `${aimed}, limit ${minutesAndSeconds(limit)}`
}

const rounded = (value: number) => {
  const digits = value >= 10 ? 0 : 1
  return value.toLocaleString("en", { maximumFractionDigits: digits })
}

/** What the two numbers of a change come to: "85 % less", "2.5 times as much"; nothing can be said from zero. */
function cameTo({ before, after, claimed }: Change): string {
  if (claimed?.kind === "amount")
    return `${rounded(Math.abs(after - before))} ${after < before ? "less" : "more"}`
  if (before === 0 || after === 0) return after === before ? "no change" : "a change from or to nothing"
  if (claimed?.kind === "times") return `${rounded(Math.max(before, after) / Math.min(before, after))} times`
  return `${rounded((Math.abs(after - before) / before) * 100)} % ${after < before ? "less" : "more"}`
}

/** Whether what was claimed about two numbers agrees with them, to stand after the words; nothing without a claim. */
export function changeWords(change: Change): string | undefined {
  if (!change.claimed) return undefined
  const comes = cameTo(change)
  const { kind, value } = change.claimed
  const said =
    kind === "percent" ? `${rounded(value)} %` : kind === "times" ? `${rounded(value)} times` : rounded(value)
  return change.holds ? `adds up: ${said}` : `doesn’t add up: that is ${comes}, the text says ${said}`
}

/** "never", "once", "twice", "5 times". */
export const times = (n: number): string =>
  n === 0 ? "never" : n === 1 ? "once" : n === 2 ? "twice" : `${n} times`

/** What is read out, calmly, when the questions in the margin have changed. */
export function announcement(hints: number, isStory: boolean): string {
  if (!isStory) return "This doesn’t read as a story; nothing is marked."
  if (hints === 0) return "No questions about this draft."
  return hints === 1 ? "One question about this draft." : `${hints} questions about this draft.`
}
