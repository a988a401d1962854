import type { Kit } from "@backfill/core"
import { Markdown, Section } from "../../ui/index.ts"
import { audienceWords } from "./audience-words.ts"
import { JudgedBy } from "./judged-by.tsx"

type Exercise = Kit["exercises"][number]

const aiWords = {
  allowed: "an assistant may be used",
  "not-allowed": "without an assistant",
  "part-of-task": "working with an assistant is part of it",
}

/** One exercise: what the candidate reads, what they get beforehand, and what the panel knows. */
export function ExercisePage({ kit, exercise }: { kit: Kit; exercise: Exercise }) {
  const titles = exercise.competencies.map(
    (id) => kit.competencies.find((each) => each.id === id)?.title ?? id,
  )
  const { preparation } = exercise
  const packs = preparation
    ? [
        { title: "To look at", lines: preparation.review },
        { title: "To bring", lines: preparation.deliverables },
        { title: "Ground rules", lines: preparation.groundRules },
      ].filter(({ lines }) => lines.length > 0)
    : []
  return (
    <article className="grid gap-8">
      <header className="grid gap-2">
        <p className="text-small text-ink-2">
          {exercise.type.replaceAll("-", " ")}, {exercise.minutes} min, {aiWords[exercise.aiUse]},{" "}
          {audienceWords[exercise.audience]}
        </p>
        <h2 className="lead">{exercise.title}</h2>
        <p className="text-ink-2">{titles.join(", ")}</p>
      </header>
      <Section title="Brief" note="as the candidate reads it">
        <Markdown text={exercise.brief} />
      </Section>
      {packs.length > 0 && (
        <Section
          title="Sent beforehand"
          note={`about ${exercise.preparationMinutes} min to prepare`}
          rule="hair"
        >
          {packs.map(({ title, lines }) => (
            <div key={title} className="pb-3">
              <h3 className="text-small text-ink-2">{title}</h3>
              <ul className="read text-[1rem]/6">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      )}
      <Section title="How it is judged" note="as the candidate reads it" rule="hair">
        <ul className="read">
          {exercise.judgedOn.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {exercise.panelGuide && (
        <Section title="For the panel only" rule="hair">
          <Markdown text={exercise.panelGuide} />
        </Section>
      )}
      <JudgedBy indicators={exercise.indicators} anchors={exercise.anchors} />
    </article>
  )
}
