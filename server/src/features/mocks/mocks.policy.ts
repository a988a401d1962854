import { found, ProblemError } from "../../platform/problem-error.ts"
import { numberOf, type Part, stateOf } from "./mock-state.ts"
import type { HalfRow, WholeMock } from "./mocks.store.ts"

/** The half in which somebody plays this part. Where there is none yet, or none for them, it looks like nothing. */
export function halfAs({ mock, halves }: WholeMock, accountId: string, part: Part): HalfRow {
  const number = numberOf(mock, accountId, part)
  return found(halves.find((half) => half.number === number))
}

/** The asker's half while it is theirs: once it is handed over, they come to nothing. */
export function askersHalf(whole: WholeMock, accountId: string): HalfRow {
  const half = halfAs(whole, accountId, "asker")
  if (half.handedAt) throw new ProblemError("not_found")
  return half
}

/** The asker's half to write in: both are there, and nothing was handed over. */
export function writableHalf(whole: WholeMock, accountId: string): HalfRow {
  const half = halfAs(whole, accountId, "asker")
  const state = stateOf(whole.mock, half)
  if (state === "handed")
    throw new ProblemError("wrong_state", {
      detail: "This half is handed over and belongs to the one who answered. Nothing was added to it.",
    })
  if (state === "waiting")
    throw new ProblemError("wrong_state", {
      detail: "Nobody has joined yet, so nothing can begin. Send your link to the other person.",
    })
  return half
}

/** What was handed to somebody; nothing before that, and nothing once they deleted it. */
export function handedHalf(whole: WholeMock, accountId: string): HalfRow & { handedAt: Date } {
  const half = halfAs(whole, accountId, "answerer")
  if (half.discardedAt) throw new ProblemError("not_found")
  return { ...half, handedAt: found(half.handedAt) }
}
