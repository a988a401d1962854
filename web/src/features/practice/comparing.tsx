import type { PracticeAttempt } from "@backfill/contract"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { RoomShell } from "../../app/index.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { AnchorPicker, ConfirmButton, FieldError, Link } from "../../ui/index.ts"
import { AnswerText } from "./answer-text.tsx"
import { SaveLine } from "./save-line.tsx"
import type { useAutosave } from "./use-autosave.ts"

/** The answer as written, beside the five anchors; choosing one is scoring oneself. */
export function Comparing({
  attempt,
  answer,
}: {
  attempt: PracticeAttempt
  answer: ReturnType<typeof useAutosave>
}) {
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const score = async (selfScore: number | undefined) => {
    setFailed(!(await answer.save({ selfScore: selfScore ?? null, finished: true })))
  }
  const remove = async () => {
    try {
      await client.practice.remove({ params: { attemptId: attempt.id }, key: crypto.randomUUID() })
    } catch (error) {
      throw new Error(sentenceFor(error))
    }
    await navigate({ to: "/home" })
  }
  return (
    <RoomShell
      back={{ to: "/home", label: "Home" }}
      title={attempt.title}
      detail={attempt.selfScore === null ? "compare and score" : `you chose ${attempt.selfScore}`}
      status={<SaveLine state={answer.state} onSave={() => void answer.save()} />}
    >
      <div className="mx-auto grid w-full max-w-6xl gap-10 px-5 py-10">
        <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <p className="lead">{attempt.question}</p>
          <div className="max-w-measure border-t border-rule-strong pt-3">
            <h2 className="pb-1 font-semibold">What you wrote</h2>
            <AnswerText text={answer.text} probes={attempt.probes} />
          </div>
        </div>
        {attempt.expected !== null && (
          <div className="max-w-measure">
            <h2 className="pb-1 font-semibold">What a good answer holds at {attempt.level} level</h2>
            <p className="read">{attempt.expected}</p>
          </div>
        )}
        {attempt.anchors.length === 5 ? (
          <AnchorPicker
            legend="Which of these is nearest to what you wrote?"
            anchors={attempt.anchors.map((text, at) => ({ score: at + 1, text }))}
            value={attempt.selfScore ?? undefined}
            onChange={(next) => void score(next)}
          />
        ) : (
          <p className="text-ink-2">
            The kit no longer holds this question, so there is nothing to compare with. Your text stays.
          </p>
        )}
        {failed && <FieldError>The score isn’t saved yet. Choose again in a moment.</FieldError>}
        <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
          <Link to="/questions">Choose the next question</Link>
          <ConfirmButton
            title="Delete this try?"
            consequence="Your text and its score are gone for good."
            confirm="Delete for good"
            onConfirm={remove}
          >
            Delete this try
          </ConfirmButton>
        </div>
      </div>
    </RoomShell>
  )
}
