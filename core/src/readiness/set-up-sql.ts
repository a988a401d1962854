import type { ExerciseTable } from "./schema.ts"

/** A value as SQL writes it. */
const literal = (cell: string | number | null): string =>
  cell === null ? "NULL" : typeof cell === "number" ? String(cell) : `'${cell.replaceAll("'", "''")}'`

/** Statements that make an exercise's tables, for whichever database one has at hand. */
export const setUpSql = (tables: readonly ExerciseTable[]): string =>
  tables
    .map(({ name, columns, rows }) => {
      const create = `CREATE TABLE ${name} (\n${columns.map((one) => `  ${one.name} ${one.type}`).join(",\n")}\n);`
      if (rows.length === 0) return create
      const values = rows.map((row) => `  (${row.map(literal).join(", ")})`).join(",\n")
      return `${create}\nINSERT INTO ${name} VALUES\n${values};`
    })
    .join("\n\n")
