import type { PracticeAttempt } from "@backfill/contract"
import { Link, NotAsked, Table, Time } from "../../ui/index.ts"

/** One's own tries, the latest first. */
export function AttemptList({ attempts }: { attempts: ReadonlyArray<PracticeAttempt> }) {
  const latest = attempts.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  return (
    <Table<PracticeAttempt>
      stacks
      caption="Your tries"
      rows={latest}
      rowKey={(row) => row.id}
      empty="Your tries will stand here, each with the score you gave yourself."
      columns={[
        {
          id: "title",
          head: "Question",
          names: true,
          cell: (row) => (
            <Link to="/practice/$attemptId" params={{ attemptId: row.id }} look="ink">
              {row.title}
            </Link>
          ),
        },
        { id: "when", head: "Begun", cell: (row) => <Time at={row.startedAt} form="relative" /> },
        { id: "words", head: "Words", figure: true, cell: (row) => countWords(row.text) },
        {
          id: "score",
          head: "Own score",
          figure: true,
          cell: (row) =>
            row.selfScore ?? (row.finishedAt ? <NotAsked /> : <span className="text-ink-2">unfinished</span>),
        },
      ]}
    />
  )
}

/** Words of a text, as blanks divide them. */
export function countWords(text: string): number {
  return text.trim() === "" ? 0 : text.trim().split(/\s+/).length
}
