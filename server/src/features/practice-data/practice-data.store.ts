import { and, asc, eq, getTableColumns, inArray } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { idHere } from "./id-here.ts"
import { holdsRows, PLACES, type PlaceOfRows } from "./places.ts"
import type { FileRow } from "./practice-file.ts"

/** Few enough rows that their values fit one statement. */
const AT_ONCE = 500

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE)
}

/** Everything of one person, place by place, without whose it is. */
export async function selectEverything(
  tx: Tx,
  accountId: string,
  now: Date,
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const place of PLACES)
    all[place.key] = holdsRows(place)
      ? await selectRows(tx, accountId, place)
      : await place.takeOut(tx, accountId, now)
  return all
}

async function selectRows(tx: Tx, accountId: string, { key, table, names }: PlaceOfRows) {
  const { accountId: owner, ...columns } = getTableColumns(table)
  if (!owner) throw new Error(`${key} doesn’t say whose it is`)
  return tx.select(columns).from(table).where(eq(table.accountId, accountId)).orderBy(asc(names))
}

/** Empties every place of one person. Answers the accounts whose pages should hear of it. */
export async function deleteEverything(tx: Tx, accountId: string): Promise<string[]> {
  const hear: string[] = []
  for (const place of PLACES.toReversed()) {
    if (holdsRows(place)) await tx.delete(place.table).where(eq(place.table.accountId, accountId))
    else hear.push(...(await place.leaveAll(tx, accountId)))
  }
  return hear
}

/**
 * Takes the rows of a file in for a person. A row keeps its id, so that the same file taken in twice adds nothing; where
 * the id is somebody else's here already, it gets one that follows from both, and what points at it goes along. What is
 * shared with somebody, or has files, isn't brought here: `leftBehind` counts what of it isn't the person's already.
 */
export async function insertEverything(
  tx: Tx,
  { accountId, now }: { accountId: string; now: Date },
  file: Record<string, FileRow[]>,
): Promise<{ added: Record<string, number>; alreadyHere: number; leftBehind: Record<string, number> }> {
  const added: Record<string, number> = {}
  const leftBehind: Record<string, number> = {}
  const newIds: Record<string, Map<unknown, string>> = {}
  let alreadyHere = 0
  for (const place of PLACES) {
    const rows = file[place.key] ?? []
    if (!holdsRows(place)) {
      const kept = rows.length === 0 ? [] : await place.takeOut(tx, accountId, now)
      const here = new Set<unknown>(kept.map(({ id }) => id))
      leftBehind[place.key] = rows.filter(({ id }) => !here.has(id)).length
      continue
    }
    const ids = await freeIds(tx, accountId, place, rows)
    newIds[place.key] = ids
    const values = rows.map((row) => ({
      ...toColumns(place, row, newIds),
      ...(ids.has(row.id) && { id: ids.get(row.id) }),
      accountId,
    }))
    added[place.key] = 0
    for (const batch of batches(values)) {
      const inserted = await tx
        .insert(place.table)
        .values(batch as never)
        .onConflictDoNothing()
        .returning({ owner: place.table.accountId })
      added[place.key] = (added[place.key] ?? 0) + inserted.length
      alreadyHere += batch.length - inserted.length
    }
  }
  return { added, alreadyHere, leftBehind }
}

/** By the id in the file: the id here. Empty where rows have no id of their own, and so can't be anybody else's. */
async function freeIds(tx: Tx, accountId: string, { table, names }: PlaceOfRows, rows: FileRow[]) {
  const ids = new Map<unknown, string>()
  if (names.name !== "id") return ids
  for (const batch of batches(rows.map((row) => String(row.id)))) {
    // Others' rows can't be told from none by what comes back: either way the row gets an id and is the person's own.
    const own = await tx
      .select({ id: names })
      .from(table)
      .where(and(inArray(names, batch), eq(table.accountId, accountId)))
    const taken = await tx.select({ id: names }).from(table).where(inArray(names, batch))
    const mine = new Set(own.map((row) => row.id))
    const others = new Set(taken.map((row) => row.id).filter((id) => !mine.has(id)))
    for (const id of batch) ids.set(id, others.has(id) ? idHere(accountId, id) : id)
  }
  return ids
}

/** Values as the table takes them: instants as dates, and references to where the row they name now is. */
function toColumns(place: PlaceOfRows, row: FileRow, ids: Record<string, Map<unknown, string>>) {
  const columns = getTableColumns(place.table)
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const target = place.refers?.[name]
      if (target) return [name, placeOf(ids[target], value)]
      return [name, columns[name]?.dataType === "date" && typeof value === "string" ? new Date(value) : value]
    }),
  )
}

function placeOf(ids: Map<unknown, string> | undefined, id: unknown): string {
  const here = ids?.get(id)
  if (here) return here
  throw new ProblemError("invalid_request", {
    detail: `The file speaks of “${String(id)}” without bringing it, so nothing was taken in.`,
  })
}
