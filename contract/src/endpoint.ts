import type { z } from "zod"

/** Who may call an endpoint at all; which rows they then see is the server's policy. */
export type Caller = "anyone" | "account" | "candidate" | Role

export const ROLES = ["owner", "recruiter", "hiring-manager", "interviewer", "member"] as const
export type Role = (typeof ROLES)[number]

/**
 * What travels: JSON both ways, a file down, a file up as the raw body, a stream of events, a resumable upload by tus 1.0,
 * or a recording by ranges.
 */
export type Kind = "json" | "download" | "upload" | "events" | "tus" | "media"

/**
 * One operation of the HTTP API. The server registers its routes from these, the client and the OpenAPI
 * description are derived from them, and the permission test walks them.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS"
  /** Fastify style, e.g. `/api/openings/:openingId`. */
  path: string
  summary: string
  callers: readonly Caller[]
  kind: Kind
  params?: P
  query?: Q
  body?: B
  response?: R
}

/** Declares an endpoint and keeps the exact types of its schemas. */
export function endpoint<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(definition: Omit<Endpoint<P, Q, B, R>, "kind"> & { kind?: Kind }): Endpoint<P, Q, B, R> {
  return { kind: "json", ...definition }
}

export const HIRING = ["owner", "recruiter", "hiring-manager", "interviewer"] as const satisfies Role[]
export const MANAGING = ["owner", "recruiter", "hiring-manager"] as const satisfies Role[]
export const RECRUITING = ["owner", "recruiter"] as const satisfies Role[]
