import { joinAnswer, splitAnswer } from "@backfill/core"
import { Button, TextArea } from "../../ui/index.ts"

export type FollowUpsProps = {
  probes: readonly string[]
  text: string
  onText: (text: string) => void
}

/** Probes after an answer, one at a time, each with room for what one says to it. All of it stays in the one text. */
export function FollowUps({ probes, text, onText }: FollowUpsProps) {
  const answer = splitAnswer(text, probes)
  const { told, answers } = answer
  const next = answers.length
  const write = (at: number, said: string) =>
    onText(joinAnswer({ told, answers: answers.map((each, index) => (index === at ? said : each)) }, probes))
  return (
    <div className="grid gap-8">
      {answers.map((said, at) => (
        <div key={at} className="grid gap-3">
          <p className="read">{probes[at]}</p>
          <TextArea
            prose
            autoFocus={at === answers.length - 1}
            aria-label={`Your answer to: ${probes[at]}`}
            rows={4}
            value={said}
            onChange={(event) => write(at, event.target.value)}
          />
        </div>
      ))}
      {next < probes.length && (
        <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-2">
          <Button
            className="text-ui"
            onClick={() => onText(joinAnswer({ told, answers: [...answers, ""] }, probes))}
          >
            {next === 0 ? "I’ve answered: ask me further" : "Ask me the next one"}
          </Button>
          {probes.length - next} of {probes.length} follow-ups to come, one at a time
        </p>
      )}
    </div>
  )
}
