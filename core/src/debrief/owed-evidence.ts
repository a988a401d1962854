/** A reason of a decision, as far as its evidence goes: the criterion it is about and how many pieces it cites. */
export interface CitingReason {
  competencyId: string
  cited: number
}

/**
 * Which reasons still owe evidence, by their place in the list; `citable` are the criteria under which anything was
 * written or cited. A reason on one of those cites. A criterion nobody wrote about has nothing to offer, so its reason may
 * stand without, but not on its own while there is evidence elsewhere: then all of them owe. Where nothing at all can be
 * cited, as when every scorecard was waived, none does.
 */
export function owedEvidence(reasons: readonly CitingReason[], citable: ReadonlySet<string>): number[] {
  const bare = reasons.flatMap(({ cited }, index) => (cited === 0 ? [index] : []))
  const owed = bare.filter((index) => citable.has(reasons[index]?.competencyId ?? ""))
  if (owed.length > 0 || citable.size === 0 || bare.length < reasons.length) return owed
  return bare
}
