import { useState } from "react"
import { type Column, DefinitionRows, Link, Section, Table } from "../../ui/index.ts"

type Opening = { id: string; name: string; stage: string; people: number; oldest: number }
const openings: Opening[] = [
  { id: "1", name: "Senior data engineer, Rotterdam", stage: "Core interviews", people: 14, oldest: 9 },
  { id: "2", name: "Data engineer, Ghent", stage: "Screening", people: 128, oldest: 21 },
  {
    id: "3",
    name: "Staff data engineer, anywhere between Lisbon and Tallinn that has a train station",
    stage: "Debrief",
    people: 3,
    oldest: 2,
  },
]

export function FactsPart() {
  const [down, setDown] = useState(true)
  const columns: Column<Opening>[] = [
    {
      id: "name",
      head: "Opening",
      names: true,
      cell: (row) => (
        <Link look="ink" href="#main">
          {row.name}
        </Link>
      ),
    },
    { id: "stage", head: "Stage", cell: (row) => row.stage, className: "whitespace-nowrap" },
    {
      id: "people",
      head: "Candidates",
      figure: true,
      cell: (row) => row.people,
      sorted: down ? "descending" : "ascending",
    },
    {
      id: "oldest",
      head: "Oldest waits",
      figure: true,
      cell: (row) => `${row.oldest} d`,
      className: "whitespace-nowrap",
    },
  ]
  return (
    <Section title="Facts" aside={<Link href="#main">New opening</Link>}>
      <Table
        caption="Openings"
        columns={columns}
        rows={openings.toSorted((a, b) => (down ? b.people - a.people : a.people - b.people))}
        rowKey={(row) => row.id}
        rowState={(row) => (row.id === "1" ? "chosen" : undefined)}
        onSort={() => setDown(!down)}
      />
      <div className="mt-8">
        <Table
          caption="Kits, none yet"
          columns={columns}
          rows={[]}
          rowKey={(row) => row.id}
          empty="No kit is pinned to an opening yet."
        />
      </div>
      <div className="mt-8 grid gap-x-12 gap-y-6 md:grid-cols-2">
        <DefinitionRows
          rows={[
            { term: "When", detail: "Thursday 19 November, 14:30 your time (Bucharest)" },
            { term: "Length", detail: "35 minutes, by video" },
            {
              term: "Before",
              detail: "About two hours with the pack: a brief, a query plan and a month of run times",
            },
          ]}
        />
        <DefinitionRows
          figures
          rows={[
            { term: "Your form and résumé", detail: "28 October" },
            { term: "Two recorded answers, 4 min 2 s", detail: "4 November" },
          ]}
        />
      </div>
    </Section>
  )
}
