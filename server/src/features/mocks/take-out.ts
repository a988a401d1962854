import type { Mock, MockAnswer, MockHalf } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import { answererOf, askerOf } from "./mock-state.ts"
import { presentAnswers, presentMock } from "./mocks.present.ts"
import { type HalfRow, namesIn, selectEveryMock, selectTaken, type WholeMock } from "./mocks.store.ts"

/** A half in the file: `answers` where it belongs to the one whose file it is, else null. */
type TakenOutHalf = Omit<MockHalf, "asked" | "kept"> & { answers: MockAnswer[] | null }
/** A mock in the file of one of its two, to read: it isn’t taken in anywhere. */
export type TakenOutMock = Pick<Mock, "id" | "made" | "other" | "createdAt"> & { halves: TakenOutHalf[] }

/** A half belongs to whoever asks until it is handed over, then to whoever answered, until they delete it. */
function isTheirs({ mock }: WholeMock, half: HalfRow, accountId: string): boolean {
  if (!half.handedAt) return askerOf(mock, half.number) === accountId
  return !half.discardedAt && answererOf(mock, half.number) === accountId
}

/** Every mock of somebody, oldest first, with what in it is theirs and nothing that is the other one’s. */
export async function takeOut(tx: Tx, accountId: string, now: Date): Promise<TakenOutMock[]> {
  const all = await selectEveryMock(tx, accountId)
  const reader = { id: accountId, names: await namesIn(tx, all), now }
  const out: TakenOutMock[] = []
  for (const whole of all) {
    const { id, made, other, createdAt, halves } = presentMock(whole, reader)
    const mine: TakenOutHalf[] = []
    for (const [at, { asked: _asked, kept: _kept, ...shown }] of halves.entries()) {
      const half = whole.halves[at]
      const theirs = half && isTheirs(whole, half, accountId)
      const answers = theirs
        ? presentAnswers(half, await selectTaken(tx, { mockId: id, half: half.number }))
        : null
      mine.push({ ...shown, answers })
    }
    out.push({ id, made, other, createdAt, halves: mine })
  }
  return out
}
