import { Table } from "../../ui/index.ts"

type Cell = string | number | null
type Numbered = { at: number; cells: readonly Cell[] }

/** A few rows as a database shows them: names in mono, numbers to the right, missing values said. */
export function DataTable({
  name,
  columns,
  rows,
}: {
  name: string
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}) {
  const numbered = rows.map((cells, at) => ({ at, cells }))
  return (
    <Table<Numbered>
      caption={name}
      captionShown
      rows={numbered}
      rowKey={({ at }) => String(at)}
      columns={columns.map((column, at) => ({
        id: column,
        head: <span className="font-mono">{column}</span>,
        figure: rows.every((cells) => isFigure(cells[at])),
        cell: ({ cells }) => <Value cell={cells[at] ?? null} />,
      }))}
    />
  )
}

const isFigure = (cell: Cell | undefined) =>
  cell === null || typeof cell === "number" || /^-?\d+(\.\d+)?$/.test(cell ?? "")

function Value({ cell }: { cell: Cell }) {
  return cell === null ? (
    <span className="font-mono text-small text-ink-3">NULL</span>
  ) : (
    <span className="font-mono text-small whitespace-nowrap">{cell}</span>
  )
}
