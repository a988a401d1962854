/** The findings in the order they are documented. */
export const FINDINGS = [
  "long-situation",
  "no-constraint",
  "technical-result-only",
  "no-result",
  "unquantified",
  "no-hardening",
  "blames-others",
  "vague-we",
  "tool-heavy",
  "no-stakeholders",
  "one-sided-tradeoff",
  "too-long",
  "too-short",
] as const
export type FindingId = (typeof FINDINGS)[number]

/** The themes of a behavioural round. */
export const THEMES: readonly string[] = [
  "pipeline-broke",
  "bad-data-downstream",
  "late-data",
  "migration",
  "definition-disagreement",
  "cost-reduction",
  "schema-change",
  "missed-sla",
  "undocumented-codebase",
  "realtime-vs-batch",
  "mentoring",
  "post-mortem",
  "pushback-leadership",
  "tight-deadline",
  "ai-tools",
  "cost-vs-velocity",
  "hard-pipeline",
  "learned-fast",
  "triage",
  "technology-choice",
]

/** Themes about something that went wrong. */
export const FAILURE_THEMES: ReadonlySet<string> = new Set([
  "pipeline-broke",
  "bad-data-downstream",
  "late-data",
  "schema-change",
  "missed-sla",
  "post-mortem",
])
/** Themes about a choice between two goods. */
export const TRADEOFF_THEMES: ReadonlySet<string> = new Set([
  "cost-reduction",
  "realtime-vs-batch",
  "tight-deadline",
  "cost-vs-velocity",
])

/** Whether a finding is looked for under a theme; some belong to failures or trade-offs only. */
export function appliesTo(id: FindingId, theme: string | undefined): boolean {
  if (id === "no-hardening" || id === "no-stakeholders")
    return theme !== undefined && FAILURE_THEMES.has(theme)
  if (id === "one-sided-tradeoff") return theme !== undefined && TRADEOFF_THEMES.has(theme)
  return true
}
