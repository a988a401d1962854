import type { Attempt } from "@backfill/contract"
import { useState } from "react"
import { Section, Time } from "../../ui/index.ts"
import { ActionRow } from "./action-row.tsx"
import { candidateRemote, useOnItsWay } from "../recordings/index.ts"
import { isOpen, isRecorded, stateWords } from "./attempt-words.ts"
import { recordingsOwner } from "./recordings-owner.ts"

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
            detail={
              <>
                <Standing attempt={attempt} />
                <OnItsWay attempt={attempt} />
              </>
            }
            to="/c/exercises/$attemptId"
            params={{ attemptId: attempt.id }}
          />
        ))}
      </div>
    </Section>
  )
}

/** That bytes of a recording are still on this device, and go up from here, too. */
function OnItsWay({ attempt }: { attempt: Attempt }) {
  const [remote] = useState(() => () => candidateRemote(attempt.id))
  const looks = isRecorded(attempt) && (attempt.state === "running" || attempt.state === "expired")
  const left = useOnItsWay(recordingsOwner(attempt.id), remote, looks)
  if (!left) return null
  return (
    <span className="block font-medium text-warn">
      {left.refused
        ? "A recording couldn’t be taken and is still on this device. Open the exercise to see why."
        : `A recording is on its way: ${Math.floor(left.share * 100)}% has arrived, the rest is still on this device. Keep this page open.`}
    </span>
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
