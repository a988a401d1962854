import type { Plan } from "@backfill/core"
import type { Panel } from "./panel.ts"

type Key = Parameters<Panel["by"]>[0]
/** A day's worth of rounds out of the kit's many, and who holds them. */
const HELD: Record<string, Key[]> = {
  "resume-screen": ["deep", "model"],
  "recruiter-screen": ["recruiter", "manager"],
  "work-simulation": ["deep", "model"],
  behavioural: ["manager", "model"],
  "technical-deep-dive": ["deep", "stream"],
  "system-design": ["stream", "deep"],
}

/** The kit's plan cut down to what the sample holds, with interviewers and weights for what those rounds cover. */
export function samplePlan(plan: Plan, panel: Panel): Plan {
  const stages = plan.stages.map((stage) => ({
    ...stage,
    rounds: stage.rounds
      .filter((round) => round.id in HELD)
      .map((round) => ({ ...round, interviewers: (HELD[round.id] ?? []).map((key) => panel.by(key).id) })),
  }))
  // Only what the last interviews cover counts, so that their debrief has a whole composite.
  const last = stages.findLast((stage) => stage.kind === "interviews")
  const covered = [
    ...new Set(
      [last ?? []].flat().flatMap((s) => s.rounds.flatMap((r) => r.items.flatMap((i) => i.competencies))),
    ),
  ].filter((c) => (plan.weights[c] ?? 0) > 0)
  const total = covered.reduce((sum, c) => sum + (plan.weights[c] ?? 0), 0)
  const shares = covered.map((c) => Math.floor((100 * (plan.weights[c] ?? 0)) / total))
  const rest = 100 - shares.reduce((a, b) => a + b, 0)
  const weights = Object.fromEntries(Object.keys(plan.weights).map((c) => [c, 0]))
  covered.forEach((c, i) => {
    weights[c] = (shares[i] ?? 0) + (i < rest ? 1 : 0)
  })
  return { ...plan, stages, weights }
}
