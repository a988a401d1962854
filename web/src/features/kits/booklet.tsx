import { Markdown } from "../../ui/index.ts"
import { useBook } from "./book-context.tsx"
import { BookletExercise, BookletQuestion } from "./booklet-items.tsx"
import { BookletSamples } from "./booklet-samples.tsx"
import { FrameworkSheet } from "./framework-sheet.tsx"
import { questionsOf, splitGuide } from "./pages.ts"

type BookletProps = { occasion?: string; samples: boolean }

/** The whole kit in reading order, laid out for paper and readable on the screen. */
export function Booklet({ occasion, samples }: BookletProps) {
  const { kit } = useBook()
  return (
    <div data-kit="" className="booklet grid gap-12 print:block">
      <Cover occasion={occasion} />
      <FrameworkSheet />
      <RoundsSheet />
      {kit.disciplines.map((discipline) =>
        kit.competencies
          .filter((competency) => competency.discipline === discipline.id)
          .map((competency) =>
            questionsOf(kit, competency.id).map((question) => (
              <BookletQuestion key={question.id} question={question} />
            )),
          ),
      )}
      {kit.exercises.map((exercise) => (
        <BookletExercise key={exercise.id} exercise={exercise} />
      ))}
      {Object.entries(kit.guides).map(([name, text]) => (
        <article key={name} className="kit-sheet">
          <h2 className="lead mb-4">{splitGuide(name, text).title}</h2>
          <Markdown text={splitGuide(name, text).body} />
        </article>
      ))}
      {samples && <BookletSamples />}
    </div>
  )
}

function Cover({ occasion }: { occasion?: string }) {
  const { kit, level, panel } = useBook()
  return (
    <section className="kit-sheet">
      {(occasion ?? kit.role) !== kit.title && <p className="text-ink-2">{occasion ?? kit.role}</p>}
      <h2 className="lead mt-1">{kit.title}</h2>
      <p className="mt-3 text-ink-2">
        Read at {level}. Version {kit.version},{" "}
        <code className="font-mono text-small">{kit.digest.slice(0, 12)}</code>
        {kit.licence && `, ${kit.licence}`}.
      </p>
      {panel && (
        <p className="mt-3 max-w-measure">For panels: don’t leave it where candidates may read it.</p>
      )}
      <ol className="mt-8 columns-2 gap-8 text-small print:columns-3">
        {kit.competencies.map(({ id, title }) => (
          <li key={id} className="mb-3 break-inside-avoid">
            <p className="font-semibold">{title}</p>
            {questionsOf(kit, id).map((question) => (
              <p key={question.id} className="text-ink-2">
                {question.title}
              </p>
            ))}
          </li>
        ))}
        <li className="mb-3 break-inside-avoid">
          <p className="font-semibold">Exercises</p>
          {kit.exercises.map(({ id, title }) => (
            <p key={id} className="text-ink-2">
              {title}
            </p>
          ))}
        </li>
      </ol>
    </section>
  )
}

function RoundsSheet() {
  const { kit } = useBook()
  const titles = new Map([...kit.questions, ...kit.exercises].map(({ id, title }) => [id, title]))
  return (
    <section className="kit-sheet">
      <h2 className="lead mb-4">Rounds</h2>
      {kit.stages.map((stage) => (
        <div key={stage.id} className="mb-5 break-inside-avoid">
          <h3 className="border-b border-rule-strong pb-1 font-semibold">{stage.title}</h3>
          {kit.rounds
            .filter(({ id }) => stage.rounds.includes(id))
            .map((round) => (
              <div key={round.id} className="border-b border-rule py-2">
                <p className="flex justify-between gap-4">
                  {round.title} <span className="text-ink-2">{round.minutes} min</span>
                </p>
                <p className="text-small text-ink-2">
                  {round.items
                    .map((item) => titles.get("question" in item ? item.question : item.exercise))
                    .join(", ")}
                </p>
              </div>
            ))}
        </div>
      ))}
    </section>
  )
}
