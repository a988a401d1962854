import { createHash, randomUUID } from "node:crypto"
import type { ConsoleEvent, NoteEntry } from "@backfill/contract"
import { and, desc, eq, gt, inArray, isNull, or } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { mockEvents, mockHalves, mockNotes, mocks } from "../../platform/database/schema/mocks.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { found } from "../../platform/problem-error.ts"

export type MockRow = typeof mocks.$inferSelect
export type HalfRow = typeof mockHalves.$inferSelect
/** A mock with its halves in order. */
export interface WholeMock {
  mock: MockRow
  halves: HalfRow[]
}
type Place = { mockId: string; half: 1 | 2 }

const isIn = (accountId: string) => or(eq(mocks.makerId, accountId), eq(mocks.partnerId, accountId))
const halvesOf = (tx: Tx, ids: string[]): Promise<HalfRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.select().from(mockHalves).where(inArray(mockHalves.mockId, ids)).orderBy(mockHalves.number)

/** A mock for one of its two; to anybody else it looks like none. With `lock` until the transaction ends. */
export async function selectMock(
  tx: Tx,
  accountId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<WholeMock> {
  const query = tx
    .select()
    .from(mocks)
    .where(and(eq(mocks.id, id), isIn(accountId)))
  const [mock] = await (options.lock ? query.for("update") : query)
  return { mock: found(mock), halves: await halvesOf(tx, [id]) }
}

export async function selectMocks(tx: Tx, accountId: string): Promise<WholeMock[]> {
  const rows = await tx
    .select()
    .from(mocks)
    .where(isIn(accountId))
    .orderBy(desc(mocks.createdAt), desc(mocks.id))
    .limit(200)
  return withHalves(tx, rows)
}

async function withHalves(tx: Tx, rows: readonly MockRow[]): Promise<WholeMock[]> {
  const halves = await halvesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((mock) => ({ mock, halves: halves.filter(({ mockId }) => mockId === mock.id) }))
}

/** All mocks of one person, oldest first, however many. With `lock` until the transaction ends, in one order for all. */
export async function selectEveryMock(
  tx: Tx,
  accountId: string,
  options: { lock?: boolean } = {},
): Promise<WholeMock[]> {
  const query = tx.select().from(mocks).where(isIn(accountId))
  const rows = await (options.lock
    ? query.orderBy(mocks.id).for("update")
    : query.orderBy(mocks.createdAt, mocks.id))
  return withHalves(tx, rows)
}

/** The mock that a link leads to, used or not, as long as it hasn't run out; locked. */
export async function selectByLink(tx: Tx, hash: Buffer, now: Date): Promise<WholeMock | undefined> {
  const [mock] = await tx
    .select()
    .from(mocks)
    .where(and(eq(mocks.linkHash, hash), gt(mocks.linkExpiresAt, now)))
    .for("update")
  return mock && { mock, halves: await halvesOf(tx, [mock.id]) }
}

/** Names of the people in these mocks, by account. */
export async function namesIn(tx: Tx, rows: readonly WholeMock[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ mock }) => [mock.makerId ?? [], mock.partnerId ?? []].flat()))]
  if (ids.length === 0) return new Map()
  const people = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  return new Map(people.map(({ id, name }) => [id, name]))
}

/**
 * The id of a new mock: drawn, or with an idempotency key always the same for this person and key. The key isn't
 * remembered in the shared table of answers, because hiring's database role can read that one.
 */
export function mockId(accountId: string, key: string | undefined): string {
  if (!key) return randomUUID()
  const hex = createHash("sha256").update(`mock\n${accountId}\n${key}`).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type NewHalf = Pick<HalfRow, "level" | "items">
/** Inserts a mock with its first half; one that is there under the same id stays as it is. */
export async function insertMock(
  tx: Tx,
  row: Pick<MockRow, "id" | "makerId" | "createdAt">,
  half: NewHalf,
): Promise<void> {
  const made = await tx.insert(mocks).values(row).onConflictDoNothing().returning({ id: mocks.id })
  if (made.length > 0) await insertHalf(tx, row.id, 1, half)
}

export const insertHalf = async (tx: Tx, id: string, number: 1 | 2, half: NewHalf): Promise<unknown> =>
  tx.insert(mockHalves).values({ mockId: id, number, ...half })

export const updateMock = async (tx: Tx, id: string, change: Partial<MockRow>): Promise<unknown> =>
  tx.update(mocks).set(change).where(eq(mocks.id, id))

export const updateHalf = async (
  tx: Tx,
  { mockId: id, half }: Place,
  change: Partial<HalfRow>,
): Promise<unknown> =>
  tx
    .update(mockHalves)
    .set(change)
    .where(and(eq(mockHalves.mockId, id), eq(mockHalves.number, half)))

export const deleteMock = async (tx: Tx, id: string): Promise<unknown> =>
  tx.delete(mocks).where(eq(mocks.id, id))
export const deleteHalf = async (tx: Tx, { mockId: id, half }: Place): Promise<unknown> =>
  tx.delete(mockHalves).where(and(eq(mockHalves.mockId, id), eq(mockHalves.number, half)))
/** Mocks that both have left. */
export const deleteDeserted = async (tx: Tx, id: string): Promise<unknown> =>
  tx.delete(mocks).where(and(eq(mocks.id, id), isNull(mocks.makerId), isNull(mocks.partnerId)))

const notesAt = ({ mockId: id, half }: Place) => and(eq(mockNotes.mockId, id), eq(mockNotes.half, half))
const eventsAt = ({ mockId: id, half }: Place) => and(eq(mockEvents.mockId, id), eq(mockEvents.half, half))

/** Every version of a half's notes, and its events in the order of the talk. */
export async function selectTaken(
  tx: Tx,
  place: Place,
): Promise<{ notes: NoteEntry[]; events: ConsoleEvent[] }> {
  const notes = await tx.select().from(mockNotes).where(notesAt(place))
  const events = await tx
    .select()
    .from(mockEvents)
    .where(eventsAt(place))
    .orderBy(mockEvents.atSeconds, mockEvents.device, mockEvents.seq, mockEvents.id)
  return {
    notes: notes.map(({ mockId: _mock, half: _half, editedAt, ...note }) => ({
      ...note,
      editedAt: editedAt.toISOString(),
    })),
    events: events.map(({ mockId: _mock, half: _half, kind, ...event }) => ({
      ...event,
      kind: kind as ConsoleEvent["kind"],
    })),
  }
}

/** Appends what isn't there yet; what is sent twice is there once. */
export async function insertTaken(
  tx: Tx,
  place: Place,
  made: { notes: readonly NoteEntry[]; events: readonly ConsoleEvent[] },
): Promise<void> {
  const notes = made.notes.map((note) => ({ ...note, ...place, editedAt: new Date(note.editedAt) }))
  const events = made.events.map((event) => ({ ...event, ...place }))
  if (notes.length > 0) await tx.insert(mockNotes).values(notes).onConflictDoNothing()
  if (events.length > 0) await tx.insert(mockEvents).values(events).onConflictDoNothing()
}

/** Leaves only these notes of a half: what was struck out or worded otherwise before doesn't go along. */
export async function keepOnlyNotes(tx: Tx, place: Place, notes: readonly NoteEntry[]): Promise<void> {
  await tx.delete(mockNotes).where(notesAt(place))
  await insertTaken(tx, place, { notes, events: [] })
}

export async function deleteTaken(tx: Tx, place: Place): Promise<void> {
  await tx.delete(mockNotes).where(notesAt(place))
  await tx.delete(mockEvents).where(eventsAt(place))
}
