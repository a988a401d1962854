import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { ApiProblem } from "@backfill/contract"
import { submission } from "../../../features/openings/test-role.ts"
import { clientOf } from "../server-process.ts"

/** Everything the server has said yes to so far. */
export interface Acknowledged {
  /** Ids of notes. */
  notes: string[]
  /** E-mails of applicants. */
  applicants: string[]
  /** The one scorecard's last acknowledged version, and how often it was saved. */
  draft: { version: number; saves: number }
}

/** What the writers write to. */
export interface Targets {
  url: string
  cookie: string
  slug: string
  /** Interviews that take notes, one per round in turn. */
  interviewIds: string[]
  /** Whose scorecard takes drafts. */
  cardOf: string
}

/** Hands that write. */
export interface Writers {
  /** Lets each finish what it has begun. */
  stop(): Promise<void>
  /** What is sent and not answered now, for people. */
  waiting(): string
}

/** Between two writes of a hand: so that a round stays under the limits of one person. */
const PAUSE_MS = 25

/**
 * Writes as three pages would, until told to stop: notes with ids of their own, drafts of a card under its version,
 * applications under a key. What got no answer is sent again, the same, until it has one.
 */
export function startWriters(targets: Targets, acknowledged: Acknowledged, round: number): Writers {
  let stopped = false
  /** What each hand waits for, and the last refusal or break it had. */
  const underWay = new Map<string, string>()
  const { url, cookie, slug, interviewIds, cardOf } = targets
  const { interviews } = clientOf(url, { cookie })
  const insist = async <T>(what: string, write: () => Promise<T>): Promise<T> => {
    underWay.set(what, "no answer yet")
    for (;;) {
      try {
        const answer = await write()
        underWay.delete(what)
        await sleep(PAUSE_MS)
        return answer
      } catch (error) {
        if (error instanceof ApiProblem && !["unavailable", "too_many_requests"].includes(error.problem.id))
          throw error
        underWay.set(what, String(error))
        await sleep(PAUSE_MS)
      }
    }
  }
  const hands = [
    async (n: number) => {
      const id = randomUUID()
      const interviewId = interviewIds[round % interviewIds.length] ?? ""
      const note = {
        id,
        itemId: "intro",
        atSeconds: n,
        text: `round ${round}, note ${n}`,
        editedAt: new Date().toISOString(),
        deleted: false,
        device: "laptop",
        seq: round * 1000 + n,
      }
      await insist("notes", () =>
        interviews.sync({ params: { interviewId }, body: { notes: [note], events: [] } }),
      )
      acknowledged.notes.push(id)
    },
    async () => {
      const { draft } = acknowledged
      const body = {
        ratings: [],
        recommendation: null,
        reason: `draft ${draft.saves + 1}`,
        version: draft.version,
      }
      const saved = await insist("draft", () =>
        interviews.saveScorecard({ params: { interviewId: cardOf }, body }),
      )
      acknowledged.draft = { version: saved.version, saves: draft.saves + 1 }
    },
    async (n: number) => {
      const email = `applicant.${round}.${n}@applicants.example`
      // Twenty applicants to an address, and none of it again in another round: an address may send thirty in ten minutes.
      const address = { "x-forwarded-for": `10.${round >> 8}.${round & 255}.${1 + Math.floor(n / 20)}` }
      const { publicPages } = clientOf(url, address)
      const body = submission(`Applicant ${round} ${n}`, { email })
      await insist("application", () => publicPages.apply({ params: { slug }, key: `key-${email}`, body }))
      acknowledged.applicants.push(email)
    },
  ]
  const done = Promise.all(
    hands.map(async (write) => {
      for (let n = 1; !stopped; n++) await write(n)
    }),
  )
  // A refusal is heard when they are stopped.
  done.catch(() => {})
  return {
    async stop() {
      stopped = true
      await done
    },
    waiting: () => [...underWay].map(([what, state]) => `${what}: ${state}`).join("; "),
  }
}
