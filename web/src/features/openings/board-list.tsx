import type { BoardCard } from "@backfill/contract"
import { useState } from "react"
import { Button, Link, Table } from "../../ui/index.ts"
import { ageInWords } from "./age.ts"
import { type Listed, type SortBy, sortCards } from "./board-view.ts"

const atOnce = 100

/** Every application as a row, for hundreds of them. */
export function BoardList({ cards, now }: { cards: ReadonlyArray<Listed>; now: number }) {
  const [sort, setSort] = useState<{ by: SortBy; ascending: boolean }>({ by: "since", ascending: true })
  const [shown, setShown] = useState(atOnce)
  const sorted = sortCards(cards, sort.by, sort.ascending)
  const direction = (by: SortBy) => (sort.by !== by ? "none" : sort.ascending ? "ascending" : "descending")
  return (
    <>
      <Table<Listed>
        stacks
        caption="Applications"
        rows={sorted.slice(0, shown)}
        rowKey={(row) => row.applicationId}
        onSort={(id) => setSort({ by: id as SortBy, ascending: sort.by === id ? !sort.ascending : true })}
        empty="Nobody here answers that."
        columns={[
          {
            id: "name",
            head: "Name",
            names: true,
            sorted: direction("name"),
            cell: (row) => <Who card={row} />,
          },
          { id: "stage", head: "Stage", sorted: direction("stage"), cell: (row) => row.stage },
          { id: "next", head: "Next", cell: (row) => row.nextStep },
          {
            id: "awaited",
            head: "Waits for",
            cell: (row) => <span className="text-ink-2">{row.awaited.join(", ")}</span>,
          },
          {
            id: "since",
            head: "Since",
            figure: true,
            sorted: direction("since"),
            cell: (row) => (
              <span className={row.overdue ? "font-semibold text-warn" : undefined}>
                {row.overdue && "late, "}
                {ageInWords(row.since, now)}
              </span>
            ),
          },
        ]}
      />
      {sorted.length > shown && (
        <Button className="mt-2" onClick={() => setShown(shown + atOnce)}>
          Show more of {sorted.length}
        </Button>
      )}
    </>
  )
}

function Who({ card }: { card: BoardCard }) {
  return (
    <Link to="/applications/$applicationId" params={{ applicationId: card.applicationId }} look="ink">
      {card.name}
      {card.blind && <span className="sr-only">, name hidden</span>}
    </Link>
  )
}
