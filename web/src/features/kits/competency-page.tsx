import { type Competency, LEVELS } from "@backfill/core"
import { BookLink, useBook } from "./book-context.tsx"
import { exerciseAt, questionAt, questionsOf } from "./pages.ts"
import { Part, Prose } from "./part.tsx"
import { WeightBar } from "./weight-bar.tsx"

/** One competency: what it means, what the chosen level looks like among the others, and what asks for it. */
export function CompetencyPage({ competency }: { competency: Competency }) {
  const { kit, level } = useBook()
  const { levels } = competency
  const questions = questionsOf(kit, competency.id)
  const exercises = kit.exercises.filter(({ competencies }) => competencies.includes(competency.id))
  return (
    <article className="grid gap-8 [overflow-anchor:none]">
      <header className="grid max-w-2xl gap-2">
        <p className="text-small text-ink-2 lg:hidden">
          {kit.disciplines.find(({ id }) => id === competency.discipline)?.title}
        </p>
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          {competency.title}
        </h1>
        <Prose>{competency.definition}</Prose>
        <WeightBar weight={competency.weight} of="of the composite" />
      </header>
      {levels && (
        <Part id="levels" title={`At ${level}`} rule="ink">
          <p className="read max-w-measure">{levels[level]}</p>
          <div className="mt-6 grid gap-x-8 gap-y-4 border-t border-rule pt-3 lg:grid-cols-3 print:grid-cols-3">
            {LEVELS.filter((each) => each !== level).map((each) => (
              <div key={each}>
                <h3 className="pb-1 text-small text-ink-2">{each}</h3>
                <p className="font-serif text-[0.9375rem]/6 text-ink-2 print:text-[9pt]/[12pt]">
                  {levels[each]}
                </p>
              </div>
            ))}
          </div>
        </Part>
      )}
      {questions.length > 0 && (
        <Part
          id="questions"
          title={questions.length === 1 ? "One question" : `${questions.length} questions`}
          rule="ink"
        >
          <ul className="max-w-2xl">
            {questions.map((question) => (
              <li key={question.id} className="grid gap-0.5 border-b border-rule py-2.5 first:pt-0">
                <p className="flex justify-between gap-4">
                  <BookLink at={questionAt(question.id)}>{question.title}</BookLink>
                  <span className="text-small text-ink-2">{question.minutes} min</span>
                </p>
                <p className="read text-[1rem]/6 text-ink-2">{question.question}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {exercises.length > 0 && (
        <Part
          id="exercises"
          title={exercises.length === 1 ? "One exercise" : `${exercises.length} exercises`}
        >
          <ul className="max-w-2xl">
            {exercises.map(({ id, title, type, minutes }) => (
              <li key={id} className="flex justify-between gap-4 border-b border-rule py-2 first:pt-0">
                <BookLink at={exerciseAt(id)}>{title}</BookLink>
                <span className="text-small text-ink-2">
                  {type.replaceAll("-", " ")}, {minutes} min
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  )
}
