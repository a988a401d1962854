import type { z } from "zod"
import type { Endpoint } from "./endpoint.ts"
import type { api } from "./api.ts"
import { Problem } from "./problems.ts"

/** The least of `fetch` that the client needs, so that this stays free of DOM and Node types. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: unknown; signal?: unknown },
) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>

/** An error answered by the API, with its stable id. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

type Part<K extends string, S> = S extends z.ZodUndefined
  ? unknown
  : S extends z.ZodType
    ? { [k in K]: z.input<S> }
    : unknown
type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R>
    ? Part<"params", P> &
        Part<"query", Q> &
        Part<"body", B> & {
          key?: string
          signal?: unknown
          upload?: unknown
          headers?: Record<string, string>
        }
    : never
/** What an endpoint answers, as a type. */
export type AnswerOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never
export type Client = {
  [F in keyof typeof api]: {
    [N in keyof (typeof api)[F]]: (input?: Input<(typeof api)[F][N]>) => Promise<AnswerOf<(typeof api)[F][N]>>
  }
}

const UPLOADED = { upload: "application/octet-stream", tus: "application/offset+octet-stream" }

/** Fills the path and query of an endpoint, e.g. for a download link. */
export function addressOf(
  endpoint: Pick<Endpoint, "path">,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, k: string) => encodeURIComponent(String(params[k])))
  const pairs = Object.entries(query).filter(([, v]) => v !== undefined && v !== null)
  return pairs.length === 0
    ? path
    : `${path}?${pairs.map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(String(v))}`).join("&")}`
}

/**
 * A typed client over the contract. `key` becomes the idempotency key of a write; a repeated call with the same
 * key never acts twice. `headers` are for uploads by tus, whose version is named by itself. Throws ApiProblem for an error answered by the server; network errors pass through.
 */
export function createClient(
  endpoints: typeof api,
  fetch: Fetch,
  base = "",
  headers: Record<string, string> = {},
): Client {
  const call = async (e: Endpoint, input: Record<string, unknown> = {}) => {
    const sent: Record<string, string> = { accept: "application/json", "x-backfill": "1", ...headers }
    if (typeof input.key === "string") sent["idempotency-key"] = input.key
    let body: unknown
    if (e.kind === "tus") sent["tus-resumable"] = "1.0.0"
    Object.assign(sent, input.headers)
    if (e.kind === "upload" || (e.kind === "tus" && input.upload !== undefined)) {
      sent["content-type"] = UPLOADED[e.kind]
      body = input.upload
    } else if (input.body !== undefined) {
      sent["content-type"] = "application/json"
      body = JSON.stringify(input.body)
    }
    const answer = await fetch(base + addressOf(e, input.params as never, input.query as never), {
      method: e.method,
      headers: sent,
      body,
      signal: input.signal,
    })
    const value = await answer.json().catch(() => null)
    if (answer.ok) return value
    const problem = Problem.safeParse(value)
    throw new ApiProblem(
      problem.success
        ? problem.data
        : {
            type: "about:blank",
            id: "internal",
            title: "Unexpected answer",
            detail:
              "The server gave an answer that this page doesn’t understand. Nothing you typed is lost; reload and try again.",
            status: answer.status,
            requestId: "",
          },
    )
  }
  const entries = Object.entries(endpoints).map(([feature, group]) => [
    feature,
    Object.fromEntries(
      Object.entries(group).map(([name, e]) => [
        name,
        (input?: Record<string, unknown>) => call(e as Endpoint, input),
      ]),
    ),
  ])
  return Object.fromEntries(entries) as Client
}
