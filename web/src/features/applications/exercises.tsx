import { addressOf, api, type Application, type Attempt } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import {
  Button,
  bytesInWords,
  cx,
  Field,
  FieldError,
  Link,
  Loading,
  Section,
  Select,
  Time,
} from "../../ui/index.ts"
import { isCode } from "../candidate/attempt-words.ts"
import { HandedRecording } from "../scorecards/handed-recording.tsx"
import { planQuery } from "../openings/queries.ts"
import { can } from "./commands.ts"

const states: Record<Attempt["state"], string> = {
  scheduled: "not begun",
  running: "under way",
  submitted: "handed in",
  expired: "time ran out",
}

/** Exercises given to the candidate, with what they handed in. */
export function Exercises({ application }: { application: Application }) {
  const attempts = useQuery({
    queryKey: ["applications", "attempts", application.id],
    queryFn: ({ signal }) => client.attempts.list({ params: { applicationId: application.id }, signal }),
  })
  const gives = can(application, "scheduleAttempt")
  if (attempts.data?.items.length === 0 && !gives) return null
  return (
    <Section title="Exercises on their page" rule="hair">
      {attempts.error ? (
        <ProblemState error={attempts.error} retry={() => void attempts.refetch()} />
      ) : attempts.data ? (
        <ul>
          {attempts.data.items.map((attempt) => (
            <AttemptLine key={attempt.id} attempt={attempt} />
          ))}
        </ul>
      ) : (
        <Loading label="Loading exercises" lines={1} />
      )}
      {gives && <GiveExercise application={application} given={attempts.data?.items ?? []} />}
    </Section>
  )
}

function AttemptLine({ attempt }: { attempt: Attempt }) {
  const [watches, setWatches] = useState(false)
  const over = attempt.state === "submitted" || attempt.state === "expired"
  return (
    <li className="grid gap-1 border-b border-rule py-2">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>{attempt.title}</span>
        <span className="text-small text-ink-2">
          {states[attempt.state]}
          {attempt.submittedAt && (
            <>
              , <Time at={attempt.submittedAt} form="relative" />
            </>
          )}
        </span>
      </p>
      {attempt.files.map((file) => (
        <p key={file.id} className="flex justify-between gap-4">
          <Link
            href={addressOf(api.attempts.file, { attemptId: attempt.id, fileId: file.id })}
            download={file.name}
          >
            {file.name}
          </Link>
          <span className="text-small text-ink-2">{bytesInWords(file.bytes)}</span>
        </p>
      ))}
      {over && attempt.type === "video-response" && (
        <details onToggle={({ currentTarget }) => setWatches(currentTarget.open)}>
          <summary className="cursor-pointer py-1">What they recorded</summary>
          {watches && <HandedRecording attempt={attempt} cited={[]} onCite={undefined} />}
        </details>
      )}
      {attempt.text && attempt.textArtifact === "text-redacted" && (
        <p className="text-small text-ink-2">
          What tells who wrote it is taken out, and files stay closed while the name is closed to you.
        </p>
      )}
      {attempt.text && (
        <details>
          <summary className="cursor-pointer py-1">What they wrote</summary>
          <div
            className={cx(
              "border-l border-rule pl-4 break-words whitespace-pre-wrap",
              isCode(attempt.type) ? "code" : "read text-[1rem]/6",
            )}
          >
            {attempt.text}
          </div>
        </details>
      )}
    </li>
  )
}

function GiveExercise({ application, given }: { application: Application; given: ReadonlyArray<Attempt> }) {
  const [chosen, setChosen] = useState("")
  const plan = useQuery(planQuery(application.openingId))
  const give = useAct(
    (exerciseId: string, key) =>
      client.attempts.schedule({
        params: { applicationId: application.id },
        body: { exerciseId, availableFrom: null },
        key,
      }),
    () => setChosen(""),
  )
  const items = plan.data?.plan.stages.flatMap((stage) => stage.rounds.flatMap((round) => round.items)) ?? []
  const open = items.filter(
    (item) => item.kind === "exercise" && !given.some(({ exerciseId }) => exerciseId === item.id),
  )
  if (open.length === 0) return null
  return (
    <div className="mt-3 grid gap-2">
      <Field
        label="Give an exercise of the plan"
        help="It opens on their page at once; its clock begins when they start."
      >
        <Select
          value={chosen}
          placeholder="Choose one"
          onChange={(event) => setChosen(event.target.value)}
          options={open.map((item) => ({ value: item.id, label: `${item.title}, ${item.minutes} min` }))}
        />
      </Field>
      {chosen && (
        <Button className="justify-self-start" pending={give.pending} onClick={() => void give.run(chosen)}>
          Give it
        </Button>
      )}
      {give.failure && <FieldError>{give.failure}</FieldError>}
    </div>
  )
}
