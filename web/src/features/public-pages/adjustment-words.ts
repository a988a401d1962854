import type { Adjustment } from "./draft.ts"

/** What each adjustment is called, and what it means in practice. */
export const adjustmentWords: Record<Adjustment, { label: string; help: string }> = {
  "extra-time": { label: "More time", help: "Longer exercises and interviews; every clock follows." },
  captions: { label: "Captions", help: "Live captions in calls, subtitles on what is shown." },
  "written-alternative": { label: "Writing instead of speaking", help: "Some or all of it in text." },
  breaks: { label: "Breaks", help: "Pauses that don’t count as your time." },
  "questions-in-advance": { label: "Questions beforehand", help: "To read in peace before the day." },
  other: { label: "Something else", help: "Describe it below." },
}

/** The words for an adjustment the server names; its own name where this page doesn’t know it. */
export function adjustmentLabel(kind: string): string {
  return kind in adjustmentWords ? adjustmentWords[kind as Adjustment].label : kind
}
