import type { PlanView } from "@backfill/contract"
import { Time } from "../../ui/index.ts"

/** Every version of the plan, the latest first: who, when, why, and what changed. */
export function PlanHistory({ history }: { history: PlanView["history"] }) {
  const latest = history.toSorted((a, b) => b.planVersion - a.planVersion)
  return (
    <ol>
      {latest.map((entry) => (
        <li key={entry.planVersion} className="border-b border-rule py-2">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span>
              <span className="font-semibold">Version {entry.planVersion}</span> by {entry.by}
            </span>
            <span className="text-small text-ink-2">
              <Time at={entry.at} form="relative" />
            </span>
          </p>
          {entry.reason && <p className="read text-[1rem]/6">{entry.reason}</p>}
          {entry.changes.length > 0 && (
            <details className="text-small text-ink-2">
              <summary className="cursor-pointer py-1">
                {entry.changes.length} {entry.changes.length === 1 ? "change" : "changes"}
              </summary>
              <ul className="grid gap-1 pb-1 pl-4">
                {entry.changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}
