import { type ReadinessExercise, setUpSql } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { ProblemState, useKeys } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Link, Loading, Markdown, PageHeader, Section } from "../../ui/index.ts"
import { Code } from "../kits/code.tsx"
import { DataTable } from "./data-table.tsx"
import { allItems, exerciseQuery, listsQuery, useChangeItem } from "./queries.ts"

/** A short exercise or reading: what to know, the data, the task, and an answer to compare with. */
export function ExercisePage() {
  const { exerciseId = "" }: { exerciseId?: string } = useParams({ strict: false })
  const exercise = useQuery(exerciseQuery(exerciseId))
  if (exercise.data) return <Exercise key={exerciseId} exercise={exercise.data} />
  return (
    <>
      <PageHeader over={<Link to="/readiness">Readiness</Link>} title="Exercise" />
      {exercise.error ? (
        <ProblemState error={exercise.error} retry={() => void exercise.refetch()} />
      ) : (
        <Loading label="Loading the exercise" />
      )}
    </>
  )
}

function Exercise({ exercise }: { exercise: ReadinessExercise }) {
  const [shown, setShown] = useState(false)
  useKeys({ a: { label: "Show the worked answer", run: () => setShown(true) } })
  return (
    <div className="max-w-3xl">
      <PageHeader
        over={<Link to="/readiness">Readiness</Link>}
        title={exercise.title}
        under={`About ${exercise.minutes} minutes. Try it before you look at the answer.`}
      />
      <div className="grid gap-10">
        <Markdown text={exercise.read} />
        {exercise.tables.length > 0 && (
          <Section title="The data" rule="hair">
            <div className="grid gap-6">
              {exercise.tables.map((table) => (
                <DataTable
                  key={table.name}
                  name={table.name}
                  columns={table.columns.map(({ name }) => name)}
                  rows={table.rows}
                />
              ))}
              <details>
                <summary className="word w-fit cursor-pointer py-1.5">The data as SQL, to paste</summary>
                <div className="mt-2">
                  <Code text={setUpSql(exercise.tables)} />
                </div>
              </details>
            </div>
          </Section>
        )}
        <Section title="Your turn">
          <Markdown text={exercise.task} />
        </Section>
        {shown ? (
          <Answer exercise={exercise} />
        ) : (
          <div>
            <Button variant="primary" keys="a" onClick={() => setShown(true)}>
              Show the worked answer
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function Answer({ exercise: { id, answer } }: { exercise: ReadinessExercise }) {
  return (
    <Section title="A worked answer" note="one way, not the only one">
      <div className="grid gap-6">
        <Markdown text={answer.text} />
        {answer.sql && <Code text={answer.sql} />}
        {answer.result && (
          <DataTable name="The rows it gives" columns={answer.result.columns} rows={answer.result.rows} />
        )}
        <TickOff exerciseId={id} />
      </div>
    </Section>
  )
}

/** Ticks the item that leads here, without a way back through the lists. */
function TickOff({ exerciseId }: { exerciseId: string }) {
  const lists = useQuery(listsQuery)
  const change = useAct(useChangeItem())
  const item = allItems(lists.data?.lists ?? []).find(({ exercise }) => exercise?.id === exerciseId)
  if (!item) return null
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule pt-4">
      <p className="text-ink-2" role="status">
        {item.done ? `Ticked: ${item.text}` : item.text}
      </p>
      {item.done ? (
        <Link to="/readiness">Back to the lists</Link>
      ) : (
        <Button
          variant="primary"
          pending={change.pending}
          onClick={() => void change.run({ item, change: { done: true } })}
        >
          Tick it off
        </Button>
      )}
      {change.failure && <FieldError>{change.failure}</FieldError>}
    </div>
  )
}
