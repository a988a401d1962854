import type { Anchors, Question } from "@backfill/core"
import { useState } from "react"
import { Button } from "../../ui/index.ts"
import { Chevron } from "./chevron.tsx"
import { Step } from "./anchor-scale.tsx"
import { guessWords, SCORES, type Score, shuffled, summary } from "./calibration.ts"

type SamplesProps = { samples: Question["samples"]; anchors: Anchors }

/** Invented answers to calibrate on: read one, say which anchor it meets, then see which it was written for. */
export function Samples({ samples, anchors }: SamplesProps) {
  const ordered = shuffled(samples)
  const [guesses, setGuesses] = useState<ReadonlyArray<Score | undefined>>(ordered.map(() => undefined))
  const result = summary(
    guesses,
    ordered.map(({ score }) => score),
  )
  return (
    <>
      {ordered.map((sample, at) => (
        <Sample
          key={sample.answer}
          name={`Answer ${"ABCDEFGHIJ"[at]}`}
          sample={sample}
          anchors={anchors}
          guess={guesses[at]}
          onGuess={(score) => setGuesses(guesses.map((was, place) => (place === at ? score : was)))}
        />
      ))}
      {result && (
        <p role="status" className="mt-4 flex flex-wrap items-baseline gap-x-6">
          {result}
          <Button onClick={() => setGuesses(ordered.map(() => undefined))}>Guess again</Button>
        </p>
      )}
    </>
  )
}

type SampleProps = {
  name: string
  sample: Question["samples"][number]
  anchors: Anchors
  guess: Score | undefined
  onGuess: (score: Score) => void
}

function Sample({ name, sample, anchors, guess, onGuess }: SampleProps) {
  const words = sample.answer.split(/\s+/).length
  return (
    <details className="group/sample border-b border-rule">
      <summary className="flex min-h-(--control) cursor-pointer flex-wrap items-center gap-x-3 py-1.5">
        <Chevron className="group-open/sample:rotate-90" />
        <span className="font-semibold">{name}</span>
        <span className="text-small text-ink-2">{words} words</span>
        {guess !== undefined && (
          <span className="ml-auto text-small text-ink-2">
            you {guess}, written for {sample.score}
          </span>
        )}
      </summary>
      <blockquote className="read max-w-measure pb-4 pl-6">{sample.answer}</blockquote>
      <div className="pb-5 pl-6 print:hidden">
        {guess === undefined ? (
          <Guess name={name} anchors={anchors} onGuess={onGuess} />
        ) : (
          <div
            role="status"
            className="grid max-w-measure grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 bg-wash px-4 py-3"
          >
            <Step score={sample.score} />
            <div className="grid gap-1">
              <p className="font-semibold">{guessWords(guess, sample.score)}</p>
              <p className="read text-[1rem]/6">{anchors[sample.score as Score]}</p>
            </div>
          </div>
        )}
      </div>
    </details>
  )
}

type GuessProps = { name: string; anchors: Anchors; onGuess: (score: Score) => void }

/** Five scores to choose from; the anchor of the one looked at is there to read. */
function Guess({ name, anchors, onGuess }: GuessProps) {
  const [looking, setLooking] = useState<Score>()
  return (
    <div className="grid gap-2">
      <div
        role="group"
        aria-label={`Your score for ${name}`}
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <span className="text-ink-2">Which anchor does it meet?</span>
        <span className="flex">
          {SCORES.map((score) => (
            <button
              key={score}
              type="button"
              onClick={() => onGuess(score)}
              onFocus={() => setLooking(score)}
              onPointerEnter={() => setLooking(score)}
              className="-ml-px grid size-(--control) cursor-pointer place-items-center border border-edge bg-sheet first:ml-0 first:rounded-l-control last:rounded-r-control hover:bg-wash focus-visible:z-10"
            >
              {score}
            </button>
          ))}
        </span>
      </div>
      <p className="read min-h-18 max-w-measure text-[1rem]/6 text-ink-2">
        {looking && `${looking}: ${anchors[looking]}`}
      </p>
    </div>
  )
}
