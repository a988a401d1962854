import {
  type ConsoleEvent,
  type Mock,
  type MockAnswer,
  type MockConsole,
  type MockFeedback,
  type MockHalf,
  type NoteEntry,
  TELLS,
} from "@backfill/contract"
import { mergeEntries } from "../interviews/merge-notes.ts"
import { minutesOf } from "./mock-items.ts"
import { answererOf, askerOf, maySwap, stateOf } from "./mock-state.ts"
import type { HalfRow, MockRow, WholeMock } from "./mocks.store.ts"

export interface Reader {
  id: string
  names: Map<string, string>
  now: Date
}

const otherOf = (mock: MockRow, { id, names }: Reader): string | null => {
  const other = mock.makerId === id ? mock.partnerId : mock.makerId
  return other === null ? null : (names.get(other) ?? null)
}

/** A mock for one of its two. Of notes and ratings nothing is in it, nor any question but the one in the room. */
export const presentMock = ({ mock, halves }: WholeMock, reader: Reader): Mock => ({
  id: mock.id,
  made: mock.makerId === reader.id,
  other: otherOf(mock, reader),
  joined: mock.joinedAt !== null,
  linkExpiresAt: mock.joinedAt ? null : (mock.linkExpiresAt?.toISOString() ?? null),
  createdAt: mock.createdAt.toISOString(),
  halves: halves.map((half) => presentHalf(mock, half, reader.id)),
  maySwap: maySwap(mock, halves, reader.id),
  serverNow: reader.now.toISOString(),
})

function presentHalf(mock: MockRow, half: HalfRow, readerId: string): MockHalf {
  const { number, level, items, startedAt, endedAtSecond, handedAt, discardedAt } = half
  const state = stateOf(mock, half)
  const at = items.findIndex(({ id }) => id === half.atItem)
  const wording = items[at]?.wording
  return {
    number,
    mine: askerOf(mock, number) === readerId ? "asker" : "answerer",
    state,
    level,
    minutes: minutesOf(items),
    questions: items.length,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt:
      startedAt && endedAtSecond !== null
        ? new Date(startedAt.getTime() + endedAtSecond * 1000).toISOString()
        : null,
    handedAt: handedAt?.toISOString() ?? null,
    asked: state === "running" && wording !== undefined ? { number: at + 1, wording } : null,
    kept: handedAt !== null && discardedAt === null,
  }
}

type Taken = { notes: NoteEntry[]; events: ConsoleEvent[] }

export const presentConsole = (
  { mock }: WholeMock,
  half: HalfRow,
  { notes, events }: Taken,
  reader: Reader,
): MockConsole => ({
  other: otherOf(mock, reader),
  level: half.level,
  minutes: minutesOf(half.items),
  opening: 0,
  closing: 0,
  items: half.items,
  notes: mergeEntries(notes),
  events,
  ratings: half.ratings,
  ratingsVersion: half.ratingsVersion,
  startedAt: half.startedAt?.toISOString() ?? null,
  serverNow: reader.now.toISOString(),
})

/** What was handed over, for the one whose it is. */
export function presentFeedback(
  { mock }: WholeMock,
  half: HalfRow & { handedAt: Date },
  taken: Taken,
  names: Map<string, string>,
): MockFeedback {
  const asker = askerOf(mock, half.number)
  return {
    by: asker === null ? null : (names.get(asker) ?? null),
    level: half.level,
    startedAt: half.startedAt?.toISOString() ?? null,
    handedAt: half.handedAt.toISOString(),
    answers: presentAnswers(half, taken),
  }
}

/** What a half holds of each answer, for the one whose half it is: signs and tells in words, notes as they stand. */
export function presentAnswers(half: HalfRow, { notes, events }: Taken): MockAnswer[] {
  const standing = mergeEntries(notes).filter((note) => !note.deleted)
  return half.items.map(({ id, title, wording, anchors, positive, negative }): MockAnswer => {
    const rating = half.ratings.find(({ itemId }) => itemId === id)
    const here = events.filter(({ itemId }) => itemId === id)
    const signs = markedIn(here, "tick", "untick")
    return {
      id,
      title,
      wording,
      seconds: secondsAt(events, id),
      anchors,
      score: rating?.score ?? null,
      comment: rating?.comment ?? "",
      good: positive.filter((_, at) => signs.has(at + 1)),
      warnings: negative.filter((_, at) => signs.has(-at - 1)),
      tells: [...markedIn(here, "hear", "unhear")].flatMap(([index, atSeconds]) => {
        const tell = TELLS[index - 1]
        return tell ? [{ tell, atSeconds }] : []
      }),
      notes: standing
        .filter(({ itemId }) => itemId === id)
        .map(({ id: noteId, atSeconds, text }) => ({ id: noteId, atSeconds, text })),
    }
  })
}

/** What stands marked at the end, by its number, with the second it was marked at. Events come in the order of the talk. */
function markedIn(
  events: readonly ConsoleEvent[],
  set: ConsoleEvent["kind"],
  back: ConsoleEvent["kind"],
): Map<number, number> {
  const marked = new Map<number, number>()
  for (const { kind, index, atSeconds } of events) {
    if (index === null) continue
    if (kind === set && !marked.has(index)) marked.set(index, atSeconds)
    if (kind === back) marked.delete(index)
  }
  return marked
}

/** Seconds that the talk was at an item, over all visits. */
function secondsAt(events: readonly ConsoleEvent[], item: string): number {
  let [sum, since]: [number, number | undefined] = [0, undefined]
  for (const { kind, itemId, atSeconds } of events) {
    if (kind !== "enter" && kind !== "end") continue
    if (since !== undefined) sum += atSeconds - since
    since = kind === "enter" && itemId === item ? atSeconds : undefined
  }
  return sum
}

/** Who hears of a change: the two of it. */
export const peopleOf = (mock: MockRow): string[] =>
  [askerOf(mock, 1), answererOf(mock, 1)].filter((id) => id !== null)
