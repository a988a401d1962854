import type { Kit } from "@backfill/core"
import { BookLink, useBook } from "./book-context.tsx"
import { exerciseAt, questionAt } from "./pages.ts"
import { Part, Prose } from "./part.tsx"

type Round = Kit["rounds"][number]

/** Stages in order with their rounds, each drawn to the scale of its minutes, and what it asks. */
export function RoundsPage() {
  const { kit } = useBook()
  const longest = Math.max(...kit.rounds.map(({ minutes }) => minutes), 1)
  return (
    <article className="grid gap-8">
      <header>
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          {kit.rounds.length} rounds in {kit.stages.length} stages
        </h1>
      </header>
      {kit.stages.map((stage, at) => (
        <Part key={stage.id} id={stage.id} title={stage.title} note={`stage ${at + 1}`} rule="ink">
          <Prose quiet>{stage.summary}</Prose>
          {kit.rounds
            .filter(({ id }) => stage.rounds.includes(id))
            .map((round) => (
              <RoundLines key={round.id} round={round} longest={longest} />
            ))}
        </Part>
      ))}
    </article>
  )
}

function RoundLines({ round, longest }: { round: Round; longest: number }) {
  const { kit } = useBook()
  const items = round.items.map((item) =>
    "question" in item
      ? { at: questionAt(item.question), found: kit.questions.find(({ id }) => id === item.question) }
      : { at: exerciseAt(item.exercise), found: kit.exercises.find(({ id }) => id === item.exercise) },
  )
  return (
    <section
      id={round.id}
      className="mt-4 grid max-w-3xl scroll-mt-20 gap-2 border-t border-rule pt-3 print:break-inside-avoid"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-semibold">{round.title}</h3>
        <span className="text-small text-ink-2">{round.minutes} min</span>
      </div>
      <div
        aria-hidden="true"
        className="flex h-2 gap-px print:hidden"
        style={{ width: `${(round.minutes / longest) * 100}%` }}
      >
        <span className="bg-step-1" style={{ flexGrow: round.opening }} />
        {items.map(({ at, found }) => (
          <span key={at} className="bg-step-3" style={{ flexGrow: found?.minutes ?? 0 }} />
        ))}
        <span className="bg-step-1" style={{ flexGrow: round.closing }} />
      </div>
      <p className="max-w-measure text-ink-2">{round.runBy}</p>
      <ol>
        {items.map(({ at, found }, place) => (
          <li key={at} className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 py-0.5">
            <span className="text-right text-ink-3">{place + 1}</span>
            {found ? <BookLink at={at}>{found.title}</BookLink> : <span className="text-ink-2">{at}</span>}
            <span className="text-small text-ink-2">{found && `${found.minutes} min`}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
