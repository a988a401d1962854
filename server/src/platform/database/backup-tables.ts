import type { ClientBase } from "pg"
import { parts } from "./connect.ts"

/** A table as a backup sees it. Names are unquoted. */
export interface Table {
  schema: string
  name: string
  /** Stored columns with their SQL types; generated ones are computed anew. */
  columns: { name: string; type: string }[]
}

/** A sequence and where it stands. */
export interface Sequence {
  schema: string
  name: string
  /** As text: a sequence counts further than a number does. */
  value: string
  called: boolean
}

/** One row: each column as PostgreSQL's own text form, or null. */
export type Row = (string | null)[]

/** Quotes an identifier. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A relation's full quoted name. */
export const fullName = ({ schema, name }: { schema: string; name: string }): string =>
  `${quote(schema)}.${quote(name)}`

/**
 * Makes this transaction's text forms exact and the same on every server: microseconds, full floats, hex bytes,
 * qualified type names; and lifts the time limits that suit requests, not backups.
 */
export async function useExactText(client: ClientBase): Promise<void> {
  const settings = {
    timezone: "UTC",
    datestyle: "ISO, YMD",
    intervalstyle: "postgres",
    bytea_output: "hex",
    extra_float_digits: "3",
    search_path: "",
    row_security: "off",
    statement_timeout: "0",
    lock_timeout: "0",
    idle_in_transaction_session_timeout: "0",
  }
  for (const [name, value] of Object.entries(settings)) await client.query(`set local ${name} = '${value}'`)
}

/** All tables of the three schemas but the list of migrations, by name. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, coalesce((
       select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
       from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     ), '[]') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and (n.nspname, c.relname) <> ('platform', 'migrations')
     order by 1, 2`,
    [parts],
  )
  return rows
}

/** All sequences of the three schemas and where they stand. */
export async function readSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = any($1) order by 1, 2`,
    [parts],
  )
  const sequences: Sequence[] = []
  for (const { schema, name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${fullName({ schema, name })}`,
    )
    for (const { value, called } of state.rows) sequences.push({ schema, name, value, called })
  }
  return sequences
}

/** A table's rows in batches of roughly `bytes` of text, however long single rows are. */
export async function* readRows(
  client: ClientBase,
  table: Table,
  bytes = 4 * 1024 * 1024,
): AsyncGenerator<Row[]> {
  const columns = table.columns.map(({ name }) => `${quote(name)}::text`).join(", ")
  await client.query(`declare backup no scroll cursor for select ${columns} from only ${fullName(table)}`)
  for (let count = 20; ; ) {
    const { rows } = await client.query<Row>({ text: `fetch ${count} from backup`, rowMode: "array" })
    if (rows.length === 0) break
    yield rows
    const size = rows.reduce(
      (sum, row) => sum + row.reduce((length, value) => length + (value?.length ?? 1), 0),
      1,
    )
    count = Math.max(1, Math.min(count * 4, 5_000, Math.floor((count * bytes) / size)))
  }
  await client.query("close backup")
}

/** Inserts rows as they were read. */
export async function insertRows(client: ClientBase, table: Table, rows: Row[]): Promise<void> {
  const names = table.columns.map(({ name }) => quote(name)).join(", ")
  const values = table.columns.map(({ type }, index) => `c${index}::${type}`).join(", ")
  const arrays = table.columns.map((_, index) => `$${index + 1}::text[]`).join(", ")
  const aliases = table.columns.map((_, index) => `c${index}`).join(", ")
  await client.query(
    `insert into ${fullName(table)} (${names}) overriding system value select ${values} from unnest(${arrays}) as r(${aliases})`,
    table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  )
}
