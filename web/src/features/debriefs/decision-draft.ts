import type { Decision, Rating } from "@backfill/contract"
import { owedEvidence } from "@backfill/core"
import { useState } from "react"

type Evidence = Rating["evidence"][number]
export type Choice = Decision["choice"]
export type Reason = { reason: string; evidence: ReadonlyArray<Evidence> }
export type DecisionDraft = {
  choice: Choice | undefined
  summary: string
  reasons: Readonly<Record<string, Reason>>
}

export const emptyReason: Reason = { reason: "", evidence: [] }
const empty: DecisionDraft = { choice: undefined, summary: "", reasons: {} }

/** Reasons that say something or cite something, in the order given. */
export function reasonsOf(draft: DecisionDraft, competencyIds: ReadonlyArray<string>) {
  return competencyIds.flatMap((competencyId) => {
    const { reason, evidence } = draft.reasons[competencyId] ?? emptyReason
    return reason.trim() === "" && evidence.length === 0
      ? []
      : [{ competencyId, reason: reason.trim(), evidence: [...evidence] }]
  })
}

/**
 * Why the decision can't be recorded yet, in a few words; undefined once it can. `citable`: the criteria where anything
 * was written or cited; none where nobody rated, and then reasons stand alone.
 */
export function whyNotYet(
  draft: DecisionDraft,
  competencyIds: ReadonlyArray<string>,
  citable: ReadonlySet<string>,
): string | undefined {
  const reasons = reasonsOf(draft, competencyIds)
  const missing = [
    draft.choice === undefined && "a choice",
    reasons.length === 0 && (citable.size > 0 ? "a reason with its evidence" : "a reason"),
    draft.summary.trim() === "" && "a sentence that sums it up",
  ].filter((part) => part !== false)
  if (missing.length > 0) return `Missing: ${missing.join(", ")}`
  if (reasons.some(({ reason }) => reason === "")) return "A criterion cites evidence but gives no reason"
  const cites = reasons.map(({ competencyId, evidence }) => ({ competencyId, cited: evidence.length }))
  if (owedEvidence(cites, citable).length > 0) return "A reason has no evidence yet"
  return undefined
}

/** A decision being written, kept on this device until it is recorded. */
export function useDecisionDraft(place: string) {
  const key = `backfill.decision.${place}`
  const [draft, setDraft] = useState<DecisionDraft>(() => read(key) ?? empty)
  const change = (part: Partial<DecisionDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      write(key, next)
      return next
    })
  const changeReason = (competencyId: string, part: Partial<Reason>) =>
    setDraft((before) => {
      const reason = { ...(before.reasons[competencyId] ?? emptyReason), ...part }
      const next = { ...before, reasons: { ...before.reasons, [competencyId]: reason } }
      write(key, next)
      return next
    })
  const clear = () => {
    setDraft(empty)
    write(key, undefined)
  }
  return { draft, change, changeReason, clear }
}

export type DecisionWork = ReturnType<typeof useDecisionDraft>

function read(key: string): DecisionDraft | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as DecisionDraft)
  } catch {
    return undefined
  }
}

function write(key: string, draft: DecisionDraft | undefined): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft))
    else localStorage.removeItem(key)
  } catch {
    // Storage may be full or blocked; the text then lives as long as the page.
  }
}
