import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type api, describeApi } from "@backfill/contract"
import type { App } from "../../platform/app.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { namesOf, selectEntries, verifyChains } from "./audit.store.ts"
import { Streams } from "./streams.ts"
import { presentEntry } from "./system.present.ts"

const PAGE = 50
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")) as {
  version: string
}
let description: ReturnType<typeof describeApi> | undefined

/** The streams of each server in this process: one, but in tests. */
const streamsOf = new WeakMap<App, Streams>()

export const handlers: Handlers<typeof api.system> = {
  events: async (call) => {
    const { caller, reply, app } = call
    if (caller.kind === "anyone") throw new ProblemError("not_signed_in")
    await limit(call.db, `events:${caller.kind === "account" ? caller.id : caller.applicationId}`, 120, 60)
    const streams = streamsOf.get(app) ?? new Streams(app)
    streamsOf.set(app, streams)
    reply.hijack()
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    })
    streams.add(caller, reply.raw)
    return undefined
  },

  audit: async (call) => {
    const { cursor, recordId } = call.query
    const before = cursor === undefined ? undefined : Number(cursor)
    if (before !== undefined && !Number.isSafeInteger(before))
      throw new ProblemError("invalid_request", {
        errors: [{ path: "query.cursor", message: "Use the cursor that came with the page before." }],
      })
    return call.read(async (tx) => {
      const rows = await selectEntries(tx, PAGE + 1, before, recordId)
      const shown = rows.slice(0, PAGE)
      const names = await namesOf(
        tx,
        shown.map((row) => row.actor),
      )
      return {
        items: shown.map((row) => presentEntry(row, names)),
        next: rows.length > PAGE ? String(shown.at(-1)?.id) : null,
      }
    })
  },

  verifyAudit: async (call) => {
    await limit(call.db, "verify-audit", 20, 60)
    return call.read(verifyChains)
  },

  openapi: async () => (description ??= describeApi(version)),
}
