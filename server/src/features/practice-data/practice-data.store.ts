import { and, asc, eq, getTableColumns, inArray } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { attemptId as idFor } from "../practice/practice.store.ts"
import { PLACES, type PlaceOfPractice } from "./places.ts"
import type { FileRow } from "./practice-file.ts"

/** Few enough rows that their values fit one statement. */
const AT_ONCE = 500

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE)
}

/** Everything of one person, place by place, without whose it is. */
export async function selectEverything(tx: Tx, accountId: string): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const { key, table } of PLACES) {
    const { accountId: owner, ...columns } = getTableColumns(table)
    if (!owner) throw new Error(`${key} doesn’t say whose it is`)
    all[key] = await tx
      .select(columns)
      .from(table)
      .where(eq(table.accountId, accountId))
      .orderBy(asc(table.id))
  }
  return all
}

/** Empties every place of one person. */
export async function deleteEverything(tx: Tx, accountId: string): Promise<void> {
  for (const { table } of PLACES.toReversed()) await tx.delete(table).where(eq(table.accountId, accountId))
}

/**
 * Takes the rows of a file in for a person. A row keeps its id, so that the same file taken in twice adds nothing; where
 * the id is somebody else's here already, it gets one that follows from both, and what points at it goes along.
 */
export async function insertEverything(
  tx: Tx,
  accountId: string,
  file: Record<string, FileRow[]>,
): Promise<{ added: Record<string, number>; alreadyHere: number }> {
  const added: Record<string, number> = {}
  const newIds: Record<string, Map<string, string>> = {}
  let alreadyHere = 0
  for (const place of PLACES) {
    const rows = file[place.key] ?? []
    const ids = await freeIds(tx, accountId, place, rows)
    newIds[place.key] = ids
    const values = rows.map((row) => ({ ...toColumns(place, row, newIds), id: ids.get(row.id), accountId }))
    added[place.key] = 0
    for (const batch of batches(values)) {
      const inserted = await tx
        .insert(place.table)
        .values(batch as never)
        .onConflictDoNothing()
        .returning({ id: place.table.id })
      added[place.key] = (added[place.key] ?? 0) + inserted.length
      alreadyHere += batch.length - inserted.length
    }
  }
  return { added, alreadyHere }
}

/** By the id in the file: the id here. */
async function freeIds(tx: Tx, accountId: string, { table }: PlaceOfPractice, rows: FileRow[]) {
  const ids = new Map<string, string>()
  for (const batch of batches(rows.map((row) => row.id))) {
    // Others' rows can't be told from none by what comes back: either way the row gets an id and is the person's own.
    const own = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(inArray(table.id, batch), eq(table.accountId, accountId)))
    const taken = await tx.select({ id: table.id }).from(table).where(inArray(table.id, batch))
    const mine = new Set(own.map((row) => row.id))
    const others = new Set(taken.map((row) => row.id).filter((id) => !mine.has(id)))
    for (const id of batch) ids.set(id, others.has(id) ? idFor(accountId, `brought ${id}`) : id)
  }
  return ids
}

/** Values as the table takes them: instants as dates, and references to where the row they name now is. */
function toColumns(place: PlaceOfPractice, row: FileRow, ids: Record<string, Map<string, string>>) {
  const columns = getTableColumns(place.table)
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const target = place.refers?.[name]
      if (target) return [name, placeOf(ids[target], value)]
      return [name, columns[name]?.dataType === "date" && typeof value === "string" ? new Date(value) : value]
    }),
  )
}

function placeOf(ids: Map<string, string> | undefined, id: unknown): string {
  const here = ids?.get(String(id))
  if (here) return here
  throw new ProblemError("invalid_request", {
    detail: `The file speaks of “${String(id)}” without bringing it, so nothing was taken in.`,
  })
}
