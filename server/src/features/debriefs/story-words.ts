import type { StoryLine } from "./snapshot.ts"

const text = (value: unknown): string => (typeof value === "string" ? value : "")
const OUTCOMES: Record<string, string> = { advance: "advance", stop: "stop", hold: "hold", offer: "offer", "no-offer": "no offer" }

/** How each kind of event in a story reads; kinds without words of their own are told by their name. */
const WORDS: Record<string, (data: Record<string, unknown>) => string> = {
  submitted: () => "Application received",
  disqualified: (data) => `Ended by a rule of the form: ${text(data["rule"])}`,
  "look-requested": () => "Human look asked for",
  reinstated: (data) => `Reinstated: ${text(data["reason"])}`,
  upheld: (data) => `Result kept after a human look: ${text(data["reason"])}`,
  "card-submitted": () => "Scorecard submitted",
  "card-released": () => "A scorecard is no longer expected",
  "debrief-opened": (data) => (text(data["reason"]) ? `Debrief opened without every card. ${text(data["reason"])}` : "Debrief opened, every card in"),
  decided: (data) => `Decision recorded: ${OUTCOMES[text((data["decision"] as { outcome?: unknown } | undefined)?.outcome)] ?? ""}`,
  "plan-changed": () => "Interview plan changed",
  withdrawn: () => "Withdrawn by the candidate",
  "hold-placed": () => "Legal hold placed",
  "hold-lifted": () => "Legal hold lifted",
  "interview-started": (data) => `${text(data["title"])} began`,
  "interview-ended": (data) => `${text(data["title"])} ended`,
  "interview-moved": (data) => `${text(data["title"])} moved`,
  "interview-cancelled": (data) => `${text(data["title"])} cancelled`,
}

/** One event of a story in words; undefined for steps that another event beside it tells. */
export function storyWords({ kind, data }: Pick<StoryLine, "kind" | "data">): string | undefined {
  if (kind === "moved") return undefined
  return WORDS[kind]?.(data) ?? kind.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase())
}
