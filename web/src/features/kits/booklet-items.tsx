import type { Anchors, Exercise, Question } from "@backfill/core"
import type { ReactNode } from "react"
import { Markdown } from "../../ui/index.ts"
import { useBook } from "./book-context.tsx"
import { SCORES } from "./calibration.ts"
import { ExercisePanel } from "./exercise-panel.tsx"
import { Dashes } from "./part.tsx"
import { Signs } from "./signs.tsx"

/** A question on one sheet: what is asked, what is expected at the level, signs, anchors. */
export function BookletQuestion({ question }: { question: Question }) {
  const { kit, level } = useBook()
  const competency = kit.competencies.find(({ id }) => id === question.competency)
  const { expected, why } = question.expectations[level]
  return (
    <article className="kit-sheet">
      <p className="flex justify-between gap-6 text-small text-ink-2">
        <span>
          {competency?.title}: {question.title}
        </span>
        <span className="shrink-0">{question.minutes} min</span>
      </p>
      <h2 className="lead mt-1">{question.question}</h2>
      <div className="mt-3">
        <Dashes lines={question.probes} />
      </div>
      <Block title={`Expected at ${level}`}>
        <p className="read">{expected}</p>
        <p className="read mt-1 text-ink-2">{why}</p>
      </Block>
      <div className="mt-4 border-t border-rule pt-2">
        <Signs indicators={question.indicators} />
      </div>
      <AnchorLines anchors={question.anchors} />
      {question.confusedWith && (
        <Block title="Often mistaken for a good answer">
          <p className="read text-ink-2">{question.confusedWith}</p>
        </Block>
      )}
    </article>
  )
}

/** An exercise with what the candidate reads and what the panel knows; it may take several sheets. */
export function BookletExercise({ exercise }: { exercise: Exercise }) {
  return (
    <article className="kit-sheet">
      <p className="flex justify-between gap-6 text-small text-ink-2">
        <span>{exercise.type.replaceAll("-", " ")}</span>
        <span>{exercise.minutes} min</span>
      </p>
      <h2 className="lead mt-1 mb-3">{exercise.title}</h2>
      <Markdown text={exercise.brief} />
      <Block title="How it is judged">
        <Dashes lines={exercise.judgedOn} />
      </Block>
      <div className="mt-6">
        <ExercisePanel exercise={exercise} />
      </div>
      <div className="mt-4 border-t border-rule pt-2">
        <Signs indicators={exercise.indicators} />
      </div>
      <AnchorLines anchors={exercise.anchors} />
    </article>
  )
}

function AnchorLines({ anchors }: { anchors: Anchors }) {
  return (
    <Block title="Anchors">
      <ol>
        {SCORES.map((score) => (
          <li key={score} className="grid grid-cols-[1.5rem_minmax(0,1fr)] py-0.5">
            <span className="font-semibold">{score}</span>
            <span className="read">{anchors[score]}</span>
          </li>
        ))}
      </ol>
    </Block>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4 break-inside-avoid border-t border-rule pt-2">
      <h3 className="mb-1 text-small font-semibold">{title}</h3>
      {children}
    </section>
  )
}
