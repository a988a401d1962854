import { createHash } from "node:crypto"
import type { Endpoint, Role } from "@backfill/contract"
import { and, eq } from "drizzle-orm"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { Readable } from "node:stream"
import type { z } from "zod"
import type { App, Drizzle, Scope, Tx } from "../app.ts"
import { canonical } from "../audit.ts"
import { idempotency } from "../database/schema/platform.ts"
import { ProblemError } from "../problem-error.ts"

/** An account as a session shows it. */
export interface KnownAccount {
  id: string
  name: string
  email: string
  roles: string[]
  timeZone: string
}
export interface AccountCaller extends KnownAccount {
  kind: "account"
  roles: Role[]
  sessionHash: Buffer
}
export interface CandidateCaller {
  kind: "candidate"
  applicationId: string
  linkHash: Buffer
}
export type Caller = { kind: "anyone" } | AccountCaller | CandidateCaller

export interface Download {
  name: string
  mediaType: string
  body: Readable | Buffer | string
  /** How large a stream will be, where that is known: a browser then notices one that broke off. */
  bytes?: number
}

type Parsed<S> = S extends z.ZodUndefined ? undefined : S extends z.ZodType ? z.output<S> : undefined

/** One request, validated, with the only ways to reach the database. */
export class Call<P = unknown, Q = unknown, B = unknown> {
  readonly app: App
  readonly db: Drizzle
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly caller: Caller
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly endpoint: Endpoint

  constructor(
    app: App,
    scope: Scope,
    endpoint: Endpoint,
    parts: { params: P; query: Q; body: B; caller: Caller; request: FastifyRequest; reply: FastifyReply },
  ) {
    this.app = app
    this.db = app.db[scope]
    this.endpoint = endpoint
    this.params = parts.params
    this.query = parts.query
    this.body = parts.body
    this.caller = parts.caller
    this.request = parts.request
    this.reply = parts.reply
  }

  /** The signed-in account. The route's callers guarantee it, so its absence is our mistake. */
  get account(): AccountCaller {
    if (this.caller.kind !== "account") throw new ProblemError("not_signed_in")
    return this.caller
  }

  get candidate(): CandidateCaller {
    if (this.caller.kind !== "candidate") throw new ProblemError("not_signed_in")
    return this.caller
  }

  /** Who acts, as the audit log names them. */
  get actor(): string {
    return this.caller.kind === "account" ? this.caller.id : this.caller.kind
  }

  get now(): Date {
    return this.app.clock()
  }

  get upload(): Readable {
    return this.request.raw
  }

  /** A consistent read over several statements. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transaction(work, { isolationLevel: "repeatable read", accessMode: "read only" })
  }

  /**
   * One transaction that acts at most once per idempotency key: a repeated request gets the first one's answer.
   * `work` returns the answer as it is sent. With `secret` the answer isn't kept; a repetition is told `already_exists`.
   */
  write<T>(work: (tx: Tx) => Promise<T>, options: { secret?: boolean } = {}): Promise<T> {
    return this.db.transaction(async (tx) => {
      const key = this.request.headers["idempotency-key"]
      if (typeof key !== "string" || key === "") return work(tx)
      if (key.length > 200)
        throw new ProblemError("invalid_request", {
          detail:
            "The idempotency key is longer than 200 characters. Nothing was changed; send a shorter one.",
        })
      const actor =
        this.caller.kind === "candidate"
          ? `candidate:${this.caller.applicationId}`
          : this.caller.kind === "account"
            ? this.caller.id
            : `anyone:${this.request.ip}`
      const digest = createHash("sha256")
        .update(canonical([this.request.method, this.request.url, this.body ?? null]))
        .digest("hex")
      const mine = and(eq(idempotency.actor, actor), eq(idempotency.key, key))
      const claimed = await tx
        .insert(idempotency)
        .values({ actor, key, requestDigest: digest })
        .onConflictDoNothing()
        .returning({ key: idempotency.key })
      if (claimed.length === 0) {
        const [earlier] = await tx.select().from(idempotency).where(mine)
        if (!earlier || earlier.requestDigest !== digest) throw new ProblemError("idempotency_mismatch")
        if (earlier.answer === null) throw new ProblemError("already_exists")
        return earlier.answer as T
      }
      const answer = await work(tx)
      if (!options.secret)
        await tx
          .update(idempotency)
          .set({ status: 200, answer: answer ?? {} })
          .where(mine)
      return answer
    })
  }
}

type Answer<E> =
  E extends Endpoint<infer _P, infer _Q, infer _B, infer R>
    ? R extends z.ZodUndefined
      ? Download | undefined
      : z.input<R>
    : never
export type CallOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R> ? Call<Parsed<P>, Parsed<Q>, Parsed<B>> : never
/** What is asked before it is known who asks. */
export interface Ask<P, Q = unknown> {
  db: Drizzle
  params: P
  query: Q
  /** What `SESSION` in a statement takes. */
  session: { hash: Buffer; now: Date }
}
/** Whose session it is, and what was found for them. */
export interface Loaded<T> {
  account: KnownAccount
  page: T
}
/**
 * A read for accounts in one statement, session and all. `load` answers undefined for a session that isn't valid;
 * `answer` comes after the account has been found to be one of the endpoint's callers, as with every other handler.
 */
export interface PageHandler<C extends Call, A> {
  load(ask: Ask<C["params"], C["query"]>): Promise<Loaded<unknown> | undefined>
  answer(call: C, page: never): Promise<A>
}
export const pageHandler = <C extends Call, A, T>(
  load: (ask: Ask<C["params"], C["query"]>) => Promise<Loaded<T> | undefined>,
  answer: (call: C, page: T) => Promise<A>,
): PageHandler<C, A> => ({ load, answer })

/** The handlers of one feature of the contract: every endpoint has one, or it doesn't compile. */
export type Handlers<F> = {
  [N in keyof F]: ((call: CallOf<F[N]>) => Promise<Answer<F[N]>>) | PageHandler<CallOf<F[N]>, Answer<F[N]>>
}
