import { addressOf, type Endpoint } from "@backfill/contract"
import type { World } from "./world.ts"
import type { Sent } from "./requests.ts"

export interface Answered {
  status: number
  /** The problem's stable id, for an answer that is one. */
  id: string
  /** Where a problem lies in what was sent. */
  paths: string[]
  text: string
}

/** Sends one request as a browser would, with a cookie or none. Of an event stream, the first event is the answer. */
export async function ask(
  world: World,
  endpoint: Endpoint,
  sent: Sent,
  cookie: string | undefined,
): Promise<Answered> {
  const upload = endpoint.kind === "upload" || endpoint.kind === "tus"
  const body = upload ? sent.upload : sent.body === undefined ? undefined : JSON.stringify(sent.body)
  const headers: Record<string, string> = { "x-backfill": "1", ...(cookie ? { cookie } : {}) }
  if (body !== undefined) headers["content-type"] = upload ? "application/octet-stream" : "application/json"
  Object.assign(headers, sent.headers)
  const stop = new AbortController()
  const answer = await world.t.fetch(addressOf(endpoint, sent.params, sent.query), {
    method: endpoint.method,
    headers,
    body,
    signal: stop.signal,
  })
  const streams = answer.headers.get("content-type")?.startsWith("text/event-stream")
  const text = streams ? await firstChunk(answer) : await answer.text()
  if (streams) stop.abort()
  const problem = answer.ok ? undefined : (JSON.parse(text) as { id?: string; errors?: { path: string }[] })
  return {
    status: answer.status,
    id: problem?.id ?? "",
    paths: problem?.errors?.map((error) => error.path) ?? [],
    text: `${text} ${answer.headers.get("content-disposition") ?? ""}`,
  }
}

async function firstChunk(answer: Response): Promise<string> {
  const chunk = await answer.body?.getReader().read()
  return new TextDecoder().decode(chunk?.value)
}

/** Refusals of the matter itself: whoever gets one of them was let in. */
const LET_IN = new Set([409, 410])

/** What an answer says about permission: `yes`, the refusal's status, or what else came, which no cell can hold. */
export function outcome({ status, id, paths }: Answered): string {
  if ((status >= 200 && status < 300) || LET_IN.has(status)) return "yes"
  if (status === 401 || status === 403 || status === 404) return String(status)
  // The round is looked up in the application's own plan, long after the rules on who may schedule.
  if (id === "invalid_request" && paths.join() === "body.roundId") return "yes"
  return `${status} ${id} ${paths.join()}`
}
