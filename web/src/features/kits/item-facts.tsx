import type { FlaggedItem } from "@backfill/contract"
import { audienceWords } from "./audience-words.ts"
import { BookLink, useBook } from "./book-context.tsx"
import { ItemFlags } from "./item-flags.tsx"
import { competencyAt } from "./pages.ts"

const kindWords = { competency: "Competency", attitude: "Attitude", behavioural: "Behavioural" }

/** The margin of a question or exercise: how long, what it is evidence for, where it is asked, who may meet it, its flags. */
export function ItemFacts({ item }: { item: FlaggedItem }) {
  const { kit, panel } = useBook()
  const question = item.kind === "question" ? kit.questions.find(({ id }) => id === item.id) : undefined
  const exercise = item.kind === "exercise" ? kit.exercises.find(({ id }) => id === item.id) : undefined
  const found = question ?? exercise
  if (!found) return null
  const competencies = question ? [question.competency] : (exercise?.competencies ?? [])
  const rounds = kit.rounds.filter(({ items }) =>
    items.some((one) => ("question" in one ? one.question === question?.id : one.exercise === exercise?.id)),
  )
  const usual = kit.rounds.find(({ id }) => id === question?.round)
  return (
    <aside className="grid gap-6 xl:pt-8">
      <dl className="grid gap-3 max-xl:grid-cols-2 sm:max-xl:grid-cols-4">
        <Fact term={question ? kindWords[question.kind] : "Length"}>{found.minutes} minutes</Fact>
        <Fact term="Evidence for">
          {competencies.map((id) => (
            <span key={id} className="block py-0.5">
              <BookLink at={competencyAt(id)}>
                {kit.competencies.find((one) => one.id === id)?.title ?? id}
              </BookLink>
            </span>
          ))}
        </Fact>
        <Fact term="Asked in">
          {rounds.length === 0 ? (
            usual ? (
              <>
                if chosen,{" "}
                <BookLink at="rounds" part={usual.id}>
                  {usual.title}
                </BookLink>
              </>
            ) : (
              "no round of this kit"
            )
          ) : (
            rounds.map((round) => (
              <span key={round.id} className="block py-0.5">
                <BookLink at="rounds" part={round.id}>
                  {round.title}
                </BookLink>
              </span>
            ))
          )}
        </Fact>
        {panel && <Fact term="Audience">{audienceWords[found.audience]}</Fact>}
      </dl>
      {panel && <ItemFlags item={item} />}
    </aside>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
