import { readFileSync } from "node:fs"
import { join } from "node:path"
import { COLUMNS, type Column } from "./columns.ts"
import { STATES, type State } from "./world.ts"

const FILE = join(import.meta.dirname, "../../../../../docs/permissions.md")
export const CELLS = ["yes", "own", "401", "403", "404"] as const
export type Cell = (typeof CELLS)[number]

export interface Row {
  endpoint: string
  /** Those the row is about; all of them where the state makes no difference. */
  states: readonly State[]
  cells: Record<Column, Cell>
}

/** Reads the written table. Throws, naming the line, for anything that isn't a row of it. */
export function readTable(text = readFileSync(FILE, "utf8")): Row[] {
  const lines = text.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  const head = lines.findIndex((cells) => cells[0] === "Endpoint")
  if (head === -1 || lines[head]?.slice(2).join() !== COLUMNS.join())
    throw new Error("docs/permissions.md: the table’s head isn’t Endpoint, State and the known columns.")
  const rows: Row[] = []
  for (const cells of lines.slice(head + 2)) {
    if (cells.length === 0) break
    rows.push(rowOf(cells))
  }
  return rows
}

function rowOf([name = "", state = "", ...cells]: string[]): Row {
  const states = state === "any" ? STATES : STATES.filter((one) => one === state)
  if (states.length === 0 || cells.length !== COLUMNS.length)
    throw new Error(
      `docs/permissions.md: the row “${name} ${state}” has an unknown state or not one cell for each column.`,
    )
  const wrong = cells.find((cell) => !(CELLS as readonly string[]).includes(cell))
  if (wrong !== undefined)
    throw new Error(
      `docs/permissions.md: “${wrong}” in the row “${name} ${state}” isn’t one of ${CELLS.join(", ")}.`,
    )
  return {
    endpoint: name.replaceAll("`", ""),
    states,
    cells: Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index]])) as Row["cells"],
  }
}
