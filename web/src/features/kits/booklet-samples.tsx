import { useBook } from "./book-context.tsx"
import { shuffled } from "./calibration.ts"

/** The invented answers to score on paper, and the key to them on a sheet of its own at the very end. */
export function BookletSamples() {
  const { kit } = useBook()
  const questions = kit.questions
    .filter(({ samples }) => samples.length > 0)
    .map(({ id, title, samples }) => ({ id, title, samples: shuffled(samples) }))
  const letter = (at: number) => "ABCDEFGHIJ"[at]
  return (
    <>
      <section className="kit-sheet">
        <h2 className="lead mb-4">Calibrate yourself</h2>
        {questions.map(({ id, title, samples }) => (
          <div key={id} className="mb-6">
            <h3 className="border-b border-rule-strong pb-1 font-semibold">{title}</h3>
            {samples.map(({ answer }, at) => (
              <div key={answer} className="mt-3 grid grid-cols-[1.5rem_minmax(0,1fr)] break-inside-avoid">
                <span className="font-semibold">{letter(at)}</span>
                <p className="read">
                  {answer} <span className="whitespace-nowrap text-ink-3">My score: ______</span>
                </p>
              </div>
            ))}
          </div>
        ))}
      </section>
      <section className="kit-sheet">
        <h2 className="lead mb-4">What they were written for</h2>
        <dl className="columns-2 gap-10">
          {questions.map(({ id, title, samples }) => (
            <div key={id} className="flex break-inside-avoid justify-between gap-4 border-b border-rule py-1">
              <dt>{title}</dt>
              <dd className="shrink-0 text-ink-2">
                {samples.map(({ score }, at) => `${letter(at)} ${score}`).join(", ")}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
