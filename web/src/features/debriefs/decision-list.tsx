import { addressOf, api, type Decision } from "@backfill/contract"
import { withoutScorecardsWords } from "@backfill/core"
import { Link, Section, Time } from "../../ui/index.ts"
import { decisionWords } from "./decision-words.ts"

/** Every decision of the stage, the one in force first; what was superseded stays readable. */
export function DecisionList({ decisions }: { decisions: ReadonlyArray<Decision> }) {
  if (decisions.length === 0) return null
  return (
    <Section title={decisions.length === 1 ? "Recorded decision" : "Recorded decisions"} rule="hair">
      <ol className="border-t border-rule">
        {decisions
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map((decision) => (
            <DecisionEntry key={decision.id} decision={decision} />
          ))}
      </ol>
    </Section>
  )
}

function DecisionEntry({ decision }: { decision: Decision }) {
  const { id, choice, summary, reasons, by, at, supersededBy, withoutScorecards } = decision
  return (
    <li className="grid gap-2 border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span>
          <span className={supersededBy ? "text-ink-2 line-through" : "font-semibold"}>
            {decisionWords[choice].done}
          </span>{" "}
          <span className="text-small text-ink-2">
            {by.name}, <Time at={at} form="absolute" />
            {supersededBy && ", superseded"}
          </span>
        </span>
        <Link href={addressOf(api.debriefs.exportDecision, { decisionId: id })} download>
          Save with its evidence
        </Link>
      </p>
      {withoutScorecards !== null && (
        <p className="max-w-measure font-semibold [overflow-wrap:anywhere]">
          {withoutScorecardsWords(withoutScorecards)}
        </p>
      )}
      <p className="read max-w-measure text-[1rem]/6.5">{summary}</p>
      <details>
        <summary className="word inline-block min-h-6 cursor-pointer text-small text-ink-2">
          {reasons.length} {reasons.length === 1 ? "reason" : "reasons"}
        </summary>
        <dl className="mt-2 grid gap-2 border-l border-edge pl-3">
          {reasons.map(({ competencyId, title, reason, evidence }) => (
            <div key={competencyId}>
              <dt className="text-small text-ink-2">{title}</dt>
              <dd>
                {reason}
                {evidence.map((cited) => (
                  <span key={cited.ref} className="block text-small text-ink-2 [overflow-wrap:anywhere]">
                    “{cited.quote}”
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}
