import type { PracticeAttempt } from "@backfill/contract"
import { joinAnswer, splitAnswer } from "@backfill/core"
import { useState } from "react"
import { RoomShell, useKeys } from "../../app/index.ts"
import { Button, FieldError, RoundClock, TextArea, useNow } from "../../ui/index.ts"
import { countWords } from "./attempt-list.tsx"
import { FollowUps } from "./follow-ups.tsx"
import { SaveLine } from "./save-line.tsx"
import type { useAutosave } from "./use-autosave.ts"

/** The question, the time, and a page to write on. */
export function Writing({
  attempt,
  answer,
}: {
  attempt: PracticeAttempt
  answer: ReturnType<typeof useAutosave>
}) {
  const [finishing, setFinishing] = useState(false)
  const [failed, setFailed] = useState(false)
  const finish = async () => {
    if (finishing) return
    setFinishing(true)
    setFailed(!(await answer.save({ finished: true })))
    setFinishing(false)
  }
  useKeys({ "mod+enter": { label: "Finish and compare", run: () => void finish(), whileTyping: true } })
  const { told, answers } = splitAnswer(answer.text, attempt.probes)
  const words = countWords(told)
  return (
    <RoomShell
      back={{ to: "/home", label: "Home" }}
      title={attempt.title}
      clock={<AttemptClock attempt={attempt} />}
      status={<SaveLine state={answer.state} onSave={() => void answer.save()} />}
    >
      <div className="mx-auto grid w-full max-w-[44rem] gap-8 px-5 py-10">
        <p className="lead">{attempt.question}</p>
        <TextArea
          prose
          autoFocus
          aria-label="Your answer"
          rows={12}
          maxLength={40_000}
          placeholder="Answer as you would say it: where, what you did, what came of it."
          value={told}
          onChange={(event) =>
            answer.write(joinAnswer({ told: event.target.value, answers }, attempt.probes))
          }
        />
        <FollowUps probes={attempt.probes} text={answer.text} onText={answer.write} />
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-small text-ink-2">
            {words} {words === 1 ? "word" : "words"}. The anchors come when you finish.
          </p>
          <Button variant="primary" keys="mod+enter" pending={finishing} onClick={() => void finish()}>
            Finish and compare
          </Button>
        </div>
        {failed && (
          <FieldError>
            It couldn’t be finished just now. Your text is kept on this device; press again in a moment.
          </FieldError>
        )}
      </div>
    </RoomShell>
  )
}

/** The time left by the server's clock: what this machine's clock is off by is taken out. */
function AttemptClock({ attempt }: { attempt: PracticeAttempt }) {
  const now = useNow(1000)
  const [off] = useState(() => Date.parse(attempt.serverNow) - Date.now())
  const total = attempt.minutes * 60
  const used = Math.floor((now.epochMilliseconds + off - Date.parse(attempt.startedAt)) / 1000)
  return <RoundClock secondsLeft={total - used} totalSeconds={total} turnsAt={60} />
}
