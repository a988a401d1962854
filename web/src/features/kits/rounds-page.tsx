import type { Kit } from "@backfill/core"
import { Link, Section } from "../../ui/index.ts"

/** Stages in order with their rounds, and what each round asks. */
export function RoundsPage({ kit }: { kit: Kit }) {
  return (
    <div className="grid gap-8">
      {kit.stages.map((stage) => (
        <Section key={stage.id} title={stage.title}>
          <p className="read max-w-measure text-ink-2">{stage.summary}</p>
          {kit.rounds
            .filter((round) => stage.rounds.includes(round.id))
            .map((round) => (
              <div key={round.id} className="mt-3 grid gap-1 border-t border-rule pt-3">
                <p className="flex flex-wrap justify-between gap-x-6">
                  <span className="font-semibold">{round.title}</span>
                  <span className="text-small text-ink-2">{round.minutes} min</span>
                </p>
                <p className="max-w-measure text-ink-2">{round.runBy}</p>
                <ol>
                  {round.items.map((item, at) => (
                    <li key={at} className="flex gap-3 py-0.5">
                      <span className="w-4 text-right text-ink-3">{at + 1}</span>
                      <ItemLink kit={kit} item={item} />
                    </li>
                  ))}
                </ol>
              </div>
            ))}
        </Section>
      ))}
    </div>
  )
}

function ItemLink({ kit, item }: { kit: Kit; item: Kit["rounds"][number]["items"][number] }) {
  const at = "question" in item ? `question/${item.question}` : `exercise/${item.exercise}`
  const found =
    "question" in item
      ? kit.questions.find(({ id }) => id === item.question)
      : kit.exercises.find(({ id }) => id === item.exercise)
  if (!found) return <span className="text-ink-2">{at}</span>
  return (
    <Link to="/kits/$kitId" params={{ kitId: kit.id }} search={{ at }}>
      {found.title}
    </Link>
  )
}
