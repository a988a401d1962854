import { ProblemError } from "../../app/api.ts"
import type { ApplyAnswer, ApplyBody } from "./apply-types.ts"
import type { Sent } from "./draft.ts"

/** Sends one application under a key; repeated with the same key and words, it gets the first answer again. */
export type Post = (body: ApplyBody, key: string) => Promise<ApplyAnswer>

/**
 * Sends an application that may have been sent before without an answer coming back. It never arrives twice: all tries
 * share one key. If an earlier try with other words had arrived, that one is asked for its answer and told apart by
 * `version`. Throws what the server refuses, and a TypeError when it can't be reached.
 */
export async function send(
  post: Post,
  body: ApplyBody,
  key: string,
  tries: ReadonlyArray<ApplyBody>,
): Promise<Sent> {
  try {
    return { ...(await post(body, key)), version: "latest" }
  } catch (error) {
    if (isProblem(error, "already_exists")) return { outcome: "known", version: "latest" }
    if (!isProblem(error, "idempotency_mismatch")) throw error
    for (const earlier of tries.filter((one) => !same(one, body))) {
      const answer = await replay(post, earlier, key)
      if (answer) return answer
    }
    throw error
  }
}

async function replay(post: Post, body: ApplyBody, key: string): Promise<Sent | undefined> {
  try {
    return { ...(await post(body, key)), version: "earlier" }
  } catch (error) {
    if (isProblem(error, "already_exists")) return { outcome: "known", version: "earlier" }
    if (isProblem(error, "idempotency_mismatch")) return undefined
    throw error
  }
}

/** The tries to remember before one more is made; the same words are remembered once. */
export function withTry(tries: ReadonlyArray<ApplyBody>, body: ApplyBody): ApplyBody[] {
  return [...tries.filter((one) => !same(one, body)), body]
}

/** Whether nothing can have arrived: the server read it and refused it. A lost connection or its own fault leaves it open. */
export function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status < 500
}

const isProblem = (error: unknown, id: string) => error instanceof ProblemError && error.problem.id === id
const same = (one: ApplyBody, other: ApplyBody) => JSON.stringify(one) === JSON.stringify(other)
