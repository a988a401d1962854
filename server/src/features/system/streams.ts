import type { ServerResponse } from "node:http"
import type { ServerEvent } from "@backfill/contract"
import { and, eq, gt, inArray, isNull } from "drizzle-orm"
import type { App } from "../../platform/app.ts"
import { candidateLinks, candidateSessions } from "../../platform/database/schema/hiring.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import type { Signal } from "../../platform/events.ts"
import type { AccountCaller, CandidateCaller } from "../../platform/http/call.ts"
import { presentEvent } from "./system.present.ts"
import { heardByAccount, heardByCandidate } from "./visibility.ts"

/** How often open streams are checked against the database; a revocation reaches a page in less than twice this. */
const CHECK_MS = 2000
const KEEP_ALIVE_MS = 15_000
/** Signals are gathered for a moment, so that a burst costs one look at who may hear it. */
const GATHER_MS = 100
/** A page that reads nothing is dropped before it fills the memory. */
const MAX_BUFFERED_BYTES = 256_000

interface Stream {
  caller: AccountCaller | CandidateCaller
  send(event: ServerEvent): void
  end(): void
  pending: Map<string, Signal>
}

/**
 * The open event streams of this process. It holds no truth: every few seconds, and at once when a session is said to be
 * revoked, the database is asked whether their sessions, roles and links still stand.
 */
export class Streams {
  readonly #app: App
  readonly #open = new Set<Stream>()
  #unsubscribe: (() => void) | undefined
  #timers: NodeJS.Timeout[] = []
  #gathering: NodeJS.Timeout | undefined
  #checking = false

  constructor(app: App) {
    this.#app = app
  }

  /** Sends events down `response` until it closes or the caller's session ends. The headers have been written. */
  add(caller: AccountCaller | CandidateCaller, response: ServerResponse): void {
    const stream: Stream = {
      caller,
      pending: new Map(),
      send: (event) => {
        if (response.writableLength > MAX_BUFFERED_BYTES) response.destroy()
        else response.write(presentEvent(event))
      },
      end: () => response.end(),
    }
    const keepAlive = setInterval(() => response.write(":\n\n"), KEEP_ALIVE_MS)
    response.on("error", () => response.destroy())
    response.on("close", () => {
      clearInterval(keepAlive)
      this.#open.delete(stream)
      if (this.#open.size === 0) this.#rest()
    })
    this.#open.add(stream)
    if (this.#open.size === 1) this.#wake()
    stream.send({ kind: "hello", topic: "", id: "" })
  }

  #wake(): void {
    this.#unsubscribe = this.#app.events.subscribe((signal) => this.#hear(signal))
    this.#timers = [setInterval(() => this.#check(), CHECK_MS)]
  }

  #rest(): void {
    this.#unsubscribe?.()
    for (const timer of this.#timers) clearInterval(timer)
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#timers = []
  }

  #hear(signal: Signal): void {
    if (signal.kind === "revoked" || signal.topic === "account") this.#check()
    if (signal.kind !== "changed") return
    for (const stream of this.#open)
      stream.pending.set(`${signal.topic}/${signal.id}/${signal.applicationId ?? ""}`, signal)
    this.#gathering ??= setTimeout(() => void this.#deliver(), GATHER_MS)
  }

  async #deliver(): Promise<void> {
    this.#gathering = undefined
    for (const stream of this.#open) {
      const signals = [...stream.pending.values()]
      stream.pending.clear()
      if (signals.length === 0) continue
      try {
        const { caller } = stream
        const heard =
          caller.kind === "candidate"
            ? signals.filter((signal) => heardByCandidate(caller, signal))
            : await heardByAccount(this.#app.db.hiring, caller, signals)
        for (const { topic, id } of heard) stream.send({ kind: "changed", topic, id })
      } catch (error) {
        // Unknown whether the page may hear this: let it read everything it may see again, when it can.
        this.#app.log.warn({ err: error }, "events could not be delivered")
        stream.send({ kind: "changed", topic: "everything", id: "" })
      }
    }
  }

  #check(): void {
    if (this.#checking) return
    this.#checking = true
    this.#endRevoked()
      .catch((error: unknown) => this.#app.log.warn({ err: error }, "open streams could not be checked"))
      .finally(() => {
        this.#checking = false
      })
  }

  async #endRevoked(): Promise<void> {
    const streams = [...this.#open]
    const standing = await this.#standing(streams)
    for (const stream of streams) {
      if (standing.has(keyOf(stream.caller))) continue
      stream.send({ kind: "revoked", topic: "session", id: "" })
      stream.end()
    }
  }

  /** Keys of the callers whose session is there, unexpired, with the roles it had when the stream opened. */
  async #standing(streams: readonly Stream[]): Promise<Set<string>> {
    const standing = new Set<string>()
    const now = this.#app.clock()
    const people = streams.flatMap(({ caller }) => (caller.kind === "account" ? [caller.sessionHash] : []))
    if (people.length > 0) {
      const rows = await this.#app.db.platform
        .select({ id: accounts.id, sessionHash: sessions.tokenHash, roles: accounts.roles })
        .from(sessions)
        .innerJoin(accounts, eq(accounts.id, sessions.accountId))
        .where(
          and(inArray(sessions.tokenHash, people), gt(sessions.expiresAt, now), isNull(accounts.disabledAt)),
        )
      for (const row of rows) standing.add(accountKey(row.sessionHash, row.roles))
    }
    const links = streams.flatMap(({ caller }) => (caller.kind === "candidate" ? [caller.linkHash] : []))
    if (links.length > 0) {
      const rows = await this.#app.db.hiring
        .select({ linkHash: candidateLinks.hash })
        .from(candidateLinks)
        .innerJoin(candidateSessions, eq(candidateSessions.linkHash, candidateLinks.hash))
        .where(
          and(
            inArray(candidateLinks.hash, links),
            isNull(candidateLinks.revokedAt),
            gt(candidateSessions.expiresAt, now),
          ),
        )
      for (const row of rows) standing.add(row.linkHash.toString("hex"))
    }
    return standing
  }
}

const accountKey = (sessionHash: Buffer, roles: readonly string[]): string =>
  `${sessionHash.toString("hex")} ${[...roles].sort().join(" ")}`
const keyOf = (caller: Stream["caller"]): string =>
  caller.kind === "account" ? accountKey(caller.sessionHash, caller.roles) : caller.linkHash.toString("hex")
