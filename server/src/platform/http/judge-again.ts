import type { Call } from "./call.ts"
import { identify } from "./identify.ts"

/** So long, in ms, a request goes on before it is judged again: what was taken away has ended within five seconds. */
export const JUDGED_MS = 3000

/**
 * The same call by whoever makes it now, for requests that take long. Throws as at their beginning where the session has
 * ended or the role is gone since.
 */
export async function judgeAgain<C extends Call>(call: C): Promise<C> {
  const caller = await identify(call.app, call.endpoint, call.request)
  return Object.assign(Object.create(Object.getPrototypeOf(call) as object) as C, call, { caller })
}
