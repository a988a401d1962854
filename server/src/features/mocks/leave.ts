import type { Tx } from "../../platform/app.ts"
import { answererOf } from "./mock-state.ts"
import { peopleOf } from "./mocks.present.ts"
import {
  deleteDeserted,
  deleteHalf,
  deleteMock,
  type HalfRow,
  type MockRow,
  selectEveryMock,
  updateMock,
} from "./mocks.store.ts"

/** Takes somebody out: what was handed to the other one stays, all else goes; with nobody left, the mock itself. */
export async function leave(
  tx: Tx,
  mock: MockRow,
  halves: readonly HalfRow[],
  accountId: string,
): Promise<void> {
  if (!mock.joinedAt) return void (await deleteMock(tx, mock.id))
  for (const half of halves) {
    const theirs = half.handedAt && answererOf(mock, half.number) !== accountId
    if (!theirs) await deleteHalf(tx, { mockId: half.mockId, half: half.number })
  }
  await updateMock(tx, mock.id, mock.makerId === accountId ? { makerId: null } : { partnerId: null })
  await deleteDeserted(tx, mock.id)
}

/** Takes somebody out of all their mocks. Answers who is to hear of it: them and everybody they practised with. */
export async function leaveAll(tx: Tx, accountId: string): Promise<string[]> {
  const all = await selectEveryMock(tx, accountId, { lock: true })
  for (const { mock, halves } of all) await leave(tx, mock, halves, accountId)
  return [...new Set(all.flatMap(({ mock }) => peopleOf(mock)))]
}
