import type { api } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { hint } from "../../platform/events.ts"
import type { Call, Handlers } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { mergeEntries } from "../interviews/merge-notes.ts"
import { leave } from "./leave.ts"
import { chosenItems, minutesOf } from "./mock-items.ts"
import { answererOf, askerOf, beganAt, maySwap, placeOf, stateOf } from "./mock-state.ts"
import { askersHalf, handedHalf, writableHalf } from "./mocks.policy.ts"
import { peopleOf, presentConsole, presentFeedback, presentMock } from "./mocks.present.ts"
import {
  deleteTaken,
  type HalfRow,
  insertHalf,
  insertMock,
  insertTaken,
  keepOnlyNotes,
  mockId,
  namesIn,
  selectByLink,
  selectMock,
  selectMocks,
  selectTaken,
  updateHalf,
  updateMock,
  type WholeMock,
} from "./mocks.store.ts"

const LINK_MS = 3 * 24 * 3_600_000

const placeOfHalf = ({ mockId: id, number }: HalfRow) => ({ mockId: id, half: number })

/** Counts calls under a name that doesn't say what was done, since hiring's role can read the counts. */
const limited = (call: Call, max: number) => limit(call.db, `own:${call.account.id}`, max, 60)

/**
 * Tells open pages of these two to read again, in memory only: the message names an account and that something of theirs
 * changed, as it does for everything else that is one's own, and no table holds it.
 */
async function tell(call: Call, people: readonly string[]): Promise<void> {
  for (const id of people) await hint(call.db, { kind: "changed", topic: "mine", id })
}

/** The mock as it now is, for whoever calls. */
async function shown(call: Call, tx: Tx, id: string) {
  const whole = await selectMock(tx, call.account.id, id)
  return presentMock(whole, { id: call.account.id, names: await namesIn(tx, [whole]), now: call.now })
}

/**
 * Works on a mock nobody else can change meanwhile, then tells its two. No audit entry, no remembered answer: those lie
 * where the hiring side reads. What is done twice acts once by the state it finds.
 */
async function change(call: Call, id: string, work: (tx: Tx, whole: WholeMock) => Promise<void>) {
  const answer = await call.db.transaction(async (tx) => {
    await work(tx, await selectMock(tx, call.account.id, id, { lock: true }))
    return {
      people: peopleOf((await selectMock(tx, call.account.id, id)).mock),
      mock: await shown(call, tx, id),
    }
  })
  await tell(call, answer.people)
  return answer.mock
}

/** Two members interviewing one another. Everything stands in the practice schema and nowhere else. */
export const handlers: Handlers<typeof api.mocks> = {
  list: async (call) =>
    call.read(async (tx) => {
      const rows = await selectMocks(tx, call.account.id)
      const reader = { id: call.account.id, names: await namesIn(tx, rows), now: call.now }
      return { items: rows.map((row) => presentMock(row, reader)) }
    }),

  create: async (call) => {
    await limited(call, 600)
    const items = chosenItems(call.app.kits, call.body)
    const key = call.request.headers["idempotency-key"]
    const id = mockId(call.account.id, typeof key === "string" ? key : undefined)
    return call.db.transaction(async (tx) => {
      const row = { id, makerId: call.account.id, createdAt: call.now }
      await insertMock(tx, row, { level: call.body.level, items })
      return shown(call, tx, id)
    })
  },

  link: async (call) => {
    await limited(call, 600)
    const token = newToken()
    const linkExpiresAt = new Date(call.now.getTime() + LINK_MS)
    await change(call, call.params.mockId, async (tx, { mock }) => {
      if (mock.joinedAt)
        throw new ProblemError("wrong_state", {
          detail: "Somebody has joined already, so no further link is needed. Nothing was changed.",
        })
      await updateMock(tx, mock.id, { linkHash: hashToken(token), linkExpiresAt })
    })
    return { link: `${call.app.baseUrl}/mocks/join#${token}`, expiresAt: linkExpiresAt.toISOString() }
  },

  view: async (call) => {
    await limit(call.db, `own:${call.request.ip}`, 60, 60)
    return call.db.transaction(async (tx) => {
      const whole = await openable(tx, call)
      const { mock, halves } = whole
      return {
        from: found((await namesIn(tx, [whole])).get(mock.makerId ?? "")),
        mine: mock.makerId === call.account.id,
        minutes: minutesOf(halves[0]?.items ?? []),
        questions: halves[0]?.items.length ?? 0,
        expiresAt: found(mock.linkExpiresAt).toISOString(),
      }
    })
  },

  join: async (call) => {
    await limit(call.db, `own:${call.request.ip}`, 60, 60)
    const { mock, people } = await call.db.transaction(async (tx) => {
      const { mock: row } = await openable(tx, call)
      if (row.makerId === call.account.id)
        throw new ProblemError("wrong_state", {
          detail: "This is your own link. Send it to the person you want to practise with.",
        })
      if (!row.joinedAt) await updateMock(tx, row.id, { partnerId: call.account.id, joinedAt: call.now })
      return { mock: await shown(call, tx, row.id), people: [row.makerId ?? [], call.account.id].flat() }
    })
    await tell(call, people)
    return mock
  },

  read: async (call) => call.read((tx) => shown(call, tx, call.params.mockId)),

  console: async (call) =>
    call.read(async (tx) => {
      const whole = await selectMock(tx, call.account.id, call.params.mockId)
      const half = askersHalf(whole, call.account.id)
      const reader = { id: call.account.id, names: await namesIn(tx, [whole]), now: call.now }
      return presentConsole(whole, half, await selectTaken(tx, placeOfHalf(half)), reader)
    }),

  sync: async (call) => {
    await limit(call.db, `sync:${call.account.id}`, 600, 60)
    const { moved, answerer, ...taken } = await call.db.transaction(async (tx) => {
      const whole = await selectMock(tx, call.account.id, call.params.mockId, { lock: true })
      const half = writableHalf(whole, call.account.id)
      await insertTaken(tx, placeOfHalf(half), call.body)
      const { notes, events } = await selectTaken(tx, placeOfHalf(half))
      const next = {
        ...placeOf(events),
        startedAt:
          half.startedAt ??
          (events.some(({ kind }) => kind === "start") ? beganAt(call.body.startedAt, call.now) : null),
      }
      const moved =
        next.atItem !== half.atItem ||
        next.endedAtSecond !== half.endedAtSecond ||
        (next.startedAt !== null && half.startedAt === null)
      if (moved) await updateHalf(tx, placeOfHalf(half), next)
      const answerer = answererOf(whole.mock, half.number)
      return { moved, answerer, notes: mergeEntries(notes), events, serverNow: call.now.toISOString() }
    })
    // Of lines nobody hears: when somebody types is nothing for the one who answers.
    if (moved) await tell(call, [call.account.id, ...(answerer ? [answerer] : [])])
    return taken
  },

  rate: async (call) => {
    await limited(call, 600)
    const { ratings, version } = call.body
    return call.db.transaction(async (tx) => {
      const whole = await selectMock(tx, call.account.id, call.params.mockId, { lock: true })
      const half = writableHalf(whole, call.account.id)
      const ratingsVersion = await saveRatings(tx, half, ratings, version)
      return { ratings, version: ratingsVersion }
    })
  },

  handOver: async (call) =>
    change(call, call.params.mockId, async (tx, whole) => {
      const { mock, halves } = whole
      const given = halves.find((half) => askerOf(mock, half.number) === call.account.id)
      if (given?.handedAt) return
      const half = writableHalf(whole, call.account.id)
      if (stateOf(mock, half) !== "ended")
        throw new ProblemError("wrong_state", {
          detail: "This half is still going on. End it first; your notes and ratings are safe.",
        })
      if (answererOf(mock, half.number) === null)
        throw new ProblemError("wrong_state", {
          detail:
            "The other person has left, so there is nobody to give this to. Delete the mock when you like.",
        })
      await saveRatings(tx, half, call.body.ratings, call.body.version)
      const { notes } = await selectTaken(tx, placeOfHalf(half))
      await keepOnlyNotes(
        tx,
        placeOfHalf(half),
        mergeEntries(notes).filter((note) => !note.deleted),
      )
      await updateHalf(tx, placeOfHalf(half), { handedAt: call.now })
    }),

  feedback: async (call) =>
    call.read(async (tx) => {
      const whole = await selectMock(tx, call.account.id, call.params.mockId)
      const half = handedHalf(whole, call.account.id)
      const taken = await selectTaken(tx, placeOfHalf(half))
      return presentFeedback(whole, half, taken, await namesIn(tx, [whole]))
    }),

  discard: async (call) => {
    await change(call, call.params.mockId, async (tx, whole) => {
      const half = handedHalf(whole, call.account.id)
      await deleteTaken(tx, placeOfHalf(half))
      await updateHalf(tx, placeOfHalf(half), { ratings: [], discardedAt: call.now })
    })
    return { ok: true }
  },

  swap: async (call) => {
    await limited(call, 600)
    const items = chosenItems(call.app.kits, call.body)
    return change(call, call.params.mockId, async (tx, { mock, halves }) => {
      if (mock.partnerId !== call.account.id) throw new ProblemError("not_found")
      if (halves.length === 2) return
      if (!maySwap(mock, halves, call.account.id))
        throw new ProblemError("wrong_state", {
          detail: "You can swap once the first half is handed over to you. Nothing was changed.",
        })
      await insertHalf(tx, mock.id, 2, { level: call.body.level, items })
    })
  },

  remove: async (call) => {
    const people = await call.db.transaction(async (tx) => {
      const { mock, halves } = await selectMock(tx, call.account.id, call.params.mockId, { lock: true })
      await leave(tx, mock, halves, call.account.id)
      return peopleOf(mock)
    })
    await tell(call, people)
    return { ok: true }
  },
}

/** The mock behind a link: for its maker, for whoever may still join, and for the one who did. */
async function openable(tx: Tx, call: Call<unknown, unknown, { token: string }>): Promise<WholeMock> {
  const whole = await selectByLink(tx, hashToken(call.body.token), call.now)
  const { id } = call.account
  if (!whole || whole.mock.makerId === null) throw new ProblemError("link_spent")
  if (whole.mock.joinedAt && whole.mock.partnerId !== id && whole.mock.makerId !== id)
    throw new ProblemError("link_spent")
  return whole
}

/** Saves ratings over the version they were made from; the same ones sent again are no quarrel. Answers the new version. */
async function saveRatings(
  tx: Tx,
  half: HalfRow,
  ratings: HalfRow["ratings"],
  version: number,
): Promise<number> {
  const known = new Set(half.items.map(({ id }) => id))
  const stray = ratings.findIndex(({ itemId }, at) => {
    const first = ratings.findIndex((other) => other.itemId === itemId)
    return !known.has(itemId) || first !== at
  })
  if (stray >= 0)
    throw new ProblemError("invalid_request", {
      errors: [{ path: `body.ratings.${stray}.itemId`, message: "Rate each question of this half once." }],
    })
  const same = JSON.stringify(plain(half.ratings)) === JSON.stringify(plain(ratings))
  if (same && half.ratingsVersion >= version) return half.ratingsVersion
  if (half.ratingsVersion !== version) throw new ProblemError("stale_version")
  await updateHalf(tx, placeOfHalf(half), { ratings, ratingsVersion: version + 1 })
  return version + 1
}

const plain = (ratings: HalfRow["ratings"]) =>
  ratings.map(({ itemId, score, comment }) => [itemId, score, comment])
