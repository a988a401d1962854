import type { Exercise } from "@backfill/core"
import { Markdown } from "../../ui/index.ts"
import { AnchorScale } from "./anchor-scale.tsx"
import { Code } from "./code.tsx"
import { ExercisePanel } from "./exercise-panel.tsx"
import { ItemFacts } from "./item-facts.tsx"
import { Dashes, Part } from "./part.tsx"
import { Signs } from "./signs.tsx"
import { Spread } from "./spread.tsx"

const aiWords = {
  allowed: "an assistant may be used",
  "not-allowed": "without an assistant",
  "part-of-task": "working with an assistant is part of it",
}

/** One exercise: what the candidate reads, what they get beforehand, and what only the panel knows. */
export function ExercisePage({ exercise }: { exercise: Exercise }) {
  const { preparation, coding } = exercise
  const packs = preparation
    ? [
        { title: "To look at", lines: preparation.review },
        { title: "To bring", lines: preparation.deliverables },
        { title: "Ground rules", lines: preparation.groundRules },
      ].filter(({ lines }) => lines.length > 0)
    : []
  return (
    <Spread
      aside={<ItemFacts item={{ kind: "exercise", id: exercise.id }} />}
      head={
        <>
          <header className="grid gap-2 pb-8">
            <p className="text-small text-ink-2">
              {exercise.type.replaceAll("-", " ")}, {aiWords[exercise.aiUse]}
            </p>
            <h1 data-book-title="" tabIndex={-1} className="lead">
              {exercise.title}
            </h1>
          </header>
          <Part id="brief" title="Brief" note="as the candidate reads it" rule="ink">
            <Markdown text={exercise.brief} />
            {coding?.starter && (
              <div className="mt-4">
                <p className="pb-1 text-small text-ink-2">To begin with, in {coding.language}</p>
                <Code text={coding.starter} />
              </div>
            )}
          </Part>
        </>
      }
    >
      {packs.length > 0 && (
        <Part
          id="beforehand"
          title="Sent beforehand"
          note={`about ${exercise.preparationMinutes} min to prepare`}
        >
          <div className="grid gap-4">
            {packs.map(({ title, lines }) => (
              <div key={title}>
                <h3 className="pb-1 text-small text-ink-2">{title}</h3>
                <Dashes lines={lines} />
              </div>
            ))}
          </div>
        </Part>
      )}
      <Part id="judged-on" title="How it is judged" note="as the candidate reads it">
        <Dashes lines={exercise.judgedOn} />
      </Part>
      <ExercisePanel exercise={exercise} />
      <Part
        id="anchors"
        title="Anchors"
        note="choose the nearest"
        rule="ink"
        className="print:break-inside-avoid"
      >
        <AnchorScale anchors={exercise.anchors} />
      </Part>
      <Part id="signs" title="Signs" className="print:break-inside-avoid">
        <Signs indicators={exercise.indicators} />
      </Part>
    </Spread>
  )
}
