import type { Debrief } from "@backfill/contract"
import { Section } from "../../ui/index.ts"
import { verdictWords } from "../scorecards/verdict-words.ts"

/** What each rater recommended before the debrief, in their own sentence; and whose card doesn't come, with the reason. */
export function Overall({ debrief }: { debrief: Debrief }) {
  const { overall, waivers, raters } = debrief
  if (overall.length + waivers.length === 0) return null
  return (
    <Section
      title={overall.length > 0 ? "Recommendations" : "Scorecards given up"}
      note={overall.length > 0 ? "before the debrief" : "with the reason recorded"}
      rule="hair"
    >
      <ul className="border-t border-rule">
        {overall.map(({ raterId, interviewId, roundTitle, recommendation, reason }) => (
          <li key={`${raterId}/${interviewId}`} className="grid gap-0.5 border-b border-rule py-2">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>
                {raters.find(({ id }) => id === raterId)?.name}{" "}
                <span className="text-small text-ink-2">{roundTitle}</span>
              </span>
              <span className="font-semibold">{verdictWords(recommendation)}</span>
            </p>
            <p className="text-ink-2 [overflow-wrap:anywhere]">{reason}</p>
          </li>
        ))}
        {waivers.map(({ rater, roundTitle, reason }) => (
          <li key={`${rater.id}/${roundTitle}`} className="grid gap-0.5 border-b border-rule py-2">
            <p>
              {rater.name} <span className="text-small text-ink-2">{roundTitle}, no card</span>
            </p>
            <p className="text-ink-2 [overflow-wrap:anywhere]">{reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
