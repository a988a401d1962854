import type { Attempt } from "@backfill/contract"
import { Section, Time } from "../../ui/index.ts"
import { ActionRow } from "./action-row.tsx"
import { isOpen, stateWords } from "./attempt-words.ts"

/** The exercises of this application, each with where it stands. */
export function Exercises({ attempts, ended }: { attempts: ReadonlyArray<Attempt>; ended: boolean }) {
  const shown = ended ? attempts.filter(({ startedAt }) => startedAt !== null) : attempts
  if (shown.length === 0) return null
  return (
    <Section title="Exercises">
      <div className="-mt-3">
        {shown.map((attempt) => (
          <ActionRow
            key={attempt.id}
            title={attempt.title}
            detail={<Standing attempt={attempt} />}
            to="/c/exercises/$attemptId"
            params={{ attemptId: attempt.id }}
          />
        ))}
      </div>
    </Section>
  )
}

function Standing({ attempt }: { attempt: Attempt }) {
  const { state, deadline, submittedAt, availableFrom, serverNow } = attempt
  if (state === "scheduled" && availableFrom !== null && !isOpen(attempt, Date.parse(serverNow)))
    return (
      <>
        {stateWords(attempt)}; opens <Time at={availableFrom} />
      </>
    )
  if (state === "running" && deadline !== null)
    return (
      <>
        {stateWords(attempt)}; time is over <Time at={deadline} />
      </>
    )
  if (state === "submitted" && submittedAt !== null)
    return (
      <>
        {stateWords(attempt)} <Time at={submittedAt} form="relative" />
      </>
    )
  return stateWords(attempt)
}
