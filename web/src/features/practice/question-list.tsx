import { Button, Table } from "../../ui/index.ts"
import type { Asked } from "./queries.ts"

export type QuestionListProps = {
  questions: ReadonlyArray<Asked>
  pending: boolean
  onStart: (question: Asked) => void
}

/** Every question there is to practise on, by competency, with how often it was tried. */
export function QuestionList({ questions, pending, onStart }: QuestionListProps) {
  const sorted = questions.toSorted((a, b) => a.competency.localeCompare(b.competency) || a.times - b.times)
  return (
    <Table<Asked>
      stacks
      caption="Questions to practise on"
      rows={sorted}
      rowKey={(row) => `${row.kitId}/${row.id}`}
      density="tall"
      empty="No question fits both choices. Open one of them again."
      columns={[
        { id: "title", head: "Question", names: true, cell: (row) => row.title },
        {
          id: "competency",
          head: "About",
          cell: (row) => <span className="text-ink-2">{row.competency}</span>,
        },
        { id: "minutes", head: "Minutes", figure: true, cell: (row) => row.minutes },
        { id: "times", head: "Tried", figure: true, cell: (row) => <Tries times={row.times} /> },
        {
          id: "start",
          head: <span className="sr-only">Start</span>,
          className: "text-right",
          cell: (row) => (
            <Button pending={pending} aria-label={`Start on ${row.title}`} onClick={() => onStart(row)}>
              Start
            </Button>
          ),
        },
      ]}
    />
  )
}

/** Up to five marks and the number, so that gaps in a long list are seen at once. */
function Tries({ times }: { times: number }) {
  return (
    <span className="inline-flex items-baseline gap-2">
      {times > 0 && (
        <span aria-hidden="true" className="flex gap-0.5">
          {Array.from({ length: Math.min(times, 5) }, (_, at) => (
            <span key={at} className="h-3 w-1 bg-step-4" />
          ))}
        </span>
      )}
      <span className={times === 0 ? "text-ink-3" : undefined}>{times === 0 ? "not yet" : times}</span>
    </span>
  )
}
