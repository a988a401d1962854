import type { Attempt } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import {
  Button,
  DefinitionRows,
  Dialog,
  FieldError,
  PageHeader,
  Section,
  Time,
  useNow,
} from "../../ui/index.ts"
import { skewOf } from "./attempt-clock.ts"
import { aiWords, isOpen, isRecorded } from "./attempt-words.ts"
import { attemptQuery } from "./own-page.ts"
import { Pack } from "./pack.tsx"
import { allowedWords } from "./when.ts"

const handIn: Record<Attempt["submission"], string> = {
  notes: "Text you type on this page",
  upload: "A file, with words beside it if you like",
  none: "Nothing; it is a talk",
}

const recorded = "A recording, made on this page or filmed elsewhere"

/** An exercise that hasn't begun: how long, what is handed in, how to prepare, and the way to begin. */
export function ExerciseBefore({ attempt, receivedAt }: { attempt: Attempt; receivedAt: number }) {
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState(false)
  const now = useNow(5000)
  const open = isOpen(attempt, now.epochMilliseconds + skewOf(attempt.serverNow, receivedAt))
  const length = allowedWords(attempt.minutes, attempt.factor)
  const start = useAct(
    (attemptId: string, key) => client.candidate.startAttempt({ params: { attemptId }, body: {}, key }),
    (started) => {
      queryClient.setQueryData(attemptQuery(started.id).queryKey, started)
      setAsks(false)
      window.scrollTo(0, 0)
    },
  )
  return (
    <div className="grid gap-10">
      <div>
        <PageHeader
          title={attempt.title}
          under="The clock hasn’t begun. Read this in your own time, as often as you like."
        />
        <DefinitionRows
          rows={[
            {
              term: "Length",
              detail: attempt.factor === null ? length : `${length}, by the clock from when you start`,
            },
            { term: "You hand in", detail: isRecorded(attempt) ? recorded : handIn[attempt.submission] },
            ...(attempt.coding ? [{ term: "Language", detail: attempt.coding.language }] : []),
            { term: "AI tools", detail: aiWords(attempt.aiUse) },
            ...(attempt.availableFrom && !open
              ? [{ term: "Opens", detail: <Time at={attempt.availableFrom} /> }]
              : []),
          ]}
        />
      </div>
      {attempt.preparation && (
        <Section title="Preparation pack">
          <Pack preparation={attempt.preparation} />
        </Section>
      )}
      {attempt.judgedOn.length > 0 && (
        <Section title="How it’s judged">
          <ul className="read grid gap-1.5">
            {attempt.judgedOn.map((line) => (
              <li key={line} className="relative pl-6">
                <span aria-hidden="true" className="absolute left-0 text-ink-3">
                  –
                </span>
                {line}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="grid gap-3 border-t border-rule-strong pt-4">
        <p className="text-ink-2">
          You see the brief once you start. What you {isRecorded(attempt) ? "record" : "type"} is saved as you
          go, on this device too, so a lost connection costs you nothing.
        </p>
        {open ? (
          <Button variant="primary" wide onClick={() => setAsks(true)}>
            Start the exercise
          </Button>
        ) : (
          <p className="font-medium">
            It opens {attempt.availableFrom && <Time at={attempt.availableFrom} />}. This page lets you start
            then.
          </p>
        )}
      </div>
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={attempt.factor === null ? "Start now?" : "Start the clock?"}
        description={
          attempt.factor === null
            ? "There is no time limit for you. The brief opens, and you may come back to it until you hand in."
            : `The clock begins at once and runs for ${length.toLowerCase()}, also while this page is closed. It can’t be stopped or started again.`
        }
        actions={
          <>
            <Button variant="primary" pending={start.pending} onClick={() => void start.run(attempt.id)}>
              {attempt.factor === null ? "Start" : "Start the clock"}
            </Button>
            <Button onClick={() => setAsks(false)}>Not yet</Button>
          </>
        }
      >
        {start.failure && <FieldError>{start.failure}</FieldError>}
      </Dialog>
    </div>
  )
}
