import type { ReactNode } from "react"
import { cx } from "./cx.ts"
import { ScrollFrame } from "./scroll-frame.tsx"

export type Column<Row> = {
  id: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** A number: right-aligned, in tabular figures. */
  figure?: boolean
  /** The cell that names the row; one a table. */
  names?: boolean
  /** No padding, for a drawing that runs through all rows. */
  bleed?: boolean
  /** How the rows are sorted by this column now; with `onSort`, its head becomes a button. */
  sorted?: "ascending" | "descending" | "none"
  /** Classes for head and cells, e.g. a width. */
  className?: string
}

export type TableProps<Row> = {
  /** What the table shows; read out first, seen only with `captionShown`. */
  caption: string
  captionShown?: boolean
  columns: ReadonlyArray<Column<Row>>
  rows: ReadonlyArray<Row>
  rowKey: (row: Row) => string
  /** `chosen` is washed in teal; `talk` is the tall row under discussion. */
  rowState?: (row: Row) => "chosen" | "talk" | undefined
  /** 32 px where people work, 38 px with dots, 44 px with two lines or buttons. */
  density?: "work" | "dots" | "tall"
  onSort?: (columnId: string) => void
  /** Said in place of the table where there are no rows. */
  empty?: ReactNode
  /** On a narrow window every row is a block, its name first and each cell after its head, instead of scrolling sideways. */
  stacks?: boolean
  /** One or more `tr`, under an ink rule. */
  foot?: ReactNode
}

const heights = { work: "h-8", dots: "h-9.5", tall: "h-11" }

/** Rows of one kind under a head that stays in view. On a narrow window it stacks, or scrolls sideways in its own frame. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    captionShown = false,
    columns,
    rows,
    rowKey,
    rowState,
    density = "work",
    onSort,
    empty,
    stacks = false,
    foot,
  } = props
  if (rows.length === 0)
    return <p className="border-t border-rule py-3 text-ink-2">{empty ?? "Nothing here yet."}</p>
  return (
    <ScrollFrame label={caption}>
      <table className={cx("w-full border-collapse", stacks && "max-sm:block")}>
        <caption className={captionShown ? "pb-2 text-left text-small text-ink-2" : "sr-only"}>
          {caption}
        </caption>
        <thead className={stacks ? "max-sm:sr-only" : undefined}>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody className={stacks ? "max-sm:block max-sm:border-t max-sm:border-rule-strong" : undefined}>
          {rows.map((row) => {
            const state = rowState?.(row)
            return (
              <tr
                key={rowKey(row)}
                className={cx(
                  "border-b border-rule",
                  state === "talk" ? "h-15 bg-sunk [--ground:var(--color-sunk)]" : heights[density],
                  state === "chosen" && "bg-wash [--ground:var(--color-wash)]",
                  stacks && "max-sm:flex max-sm:h-auto max-sm:flex-col max-sm:py-2.5",
                )}
              >
                {columns.map((column) => (
                  <Cell
                    key={column.id}
                    column={column}
                    row={row}
                    strong={state !== undefined}
                    stacks={stacks}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
        {foot && <tfoot className="border-t border-rule-strong">{foot}</tfoot>}
      </table>
    </ScrollFrame>
  )
}

function placing<Row>(column: Column<Row>): string {
  return cx(column.figure ? "text-right" : "text-left", column.bleed ? "p-0" : "px-2.5", column.className)
}

function Head<Row>({ column, onSort }: { column: Column<Row>; onSort?: (id: string) => void }) {
  const sortable = onSort && column.sorted !== undefined
  const arrow = column.sorted === "ascending" ? " ↑" : column.sorted === "descending" ? " ↓" : ""
  return (
    <th
      scope="col"
      aria-sort={sortable ? column.sorted : undefined}
      className={cx(
        "sticky top-0 z-10 bg-paper pb-1.5 align-bottom text-small font-normal text-ink-2",
        // A collapsed border scrolls away from a sticky head; a shadow stays with it.
        "shadow-[inset_0_-1px_var(--color-rule-strong)]",
        placing(column),
      )}
    >
      {sortable ? (
        <button
          type="button"
          onClick={() => onSort(column.id)}
          className="cursor-pointer whitespace-nowrap hover:text-accent"
        >
          {column.head}
          <span aria-hidden="true">{arrow}</span>
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; strong: boolean; stacks: boolean }

const stacked = "max-sm:w-auto max-sm:min-w-0 max-sm:px-0 max-sm:text-left"

function Cell<Row>({ column, row, strong, stacks }: CellProps<Row>) {
  const content = column.cell(row)
  if (column.names)
    return (
      <th
        scope="row"
        className={cx(
          "max-lg:min-w-44",
          strong ? "font-semibold" : "font-normal",
          placing(column),
          stacks &&
            `${stacked} max-sm:order-first max-sm:pb-0.5 max-sm:font-semibold max-sm:[overflow-wrap:anywhere]`,
        )}
      >
        {content}
      </th>
    )
  if (!stacks) return <td className={placing(column)}>{content}</td>
  const said = content !== "" && content !== null && content !== undefined && content !== false
  return (
    <td
      className={cx(
        placing(column),
        stacked,
        said ? "max-sm:flex max-sm:items-baseline max-sm:gap-3" : "max-sm:hidden",
      )}
    >
      {typeof column.head === "string" && (
        <span aria-hidden="true" className="w-24 shrink-0 text-small text-ink-2 sm:hidden">
          {column.head}
        </span>
      )}
      <span className="min-w-0 [overflow-wrap:anywhere]">{content}</span>
    </td>
  )
}
