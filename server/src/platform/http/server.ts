import { randomUUID } from "node:crypto"
import { PROBLEMS } from "@backfill/contract"
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify"
import type { Config } from "../config/settings.ts"
import { ProblemError } from "../problem-error.ts"
import { protectiveHeaders } from "./protective-headers.ts"

const FROM_FASTIFY: Record<string, keyof typeof PROBLEMS> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media",
  FST_ERR_CTP_BODY_TOO_LARGE: "too_large",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed_json",
  FST_ERR_CTP_INVALID_JSON_BODY: "malformed_json",
}
/** PostgreSQL and socket errors that mean the database is away, not that we are wrong. */
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0\d|53\d{3}|08\d{3})$/

/** What the driver says, without a code, on a connection that broke; the rollback's complaint hides the first error. */
const LOST = /Connection terminated|timeout exceeded when trying to connect|not queryable/

function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (
    let e = error as { code?: unknown; cause?: unknown; message?: string } | undefined;
    e;
    e = e.cause as typeof e
  ) {
    if (typeof e.code === "string") codes.push(e.code)
    if (LOST.test(e.message ?? "")) codes.push("08006")
  }
  return codes
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const codes = codesOf(error)
  const known = codes.map((c) => FROM_FASTIFY[c]).find((id) => id !== undefined)
  if (known) return new ProblemError(known, { cause: error })
  if (codes.some((c) => UNAVAILABLE.test(c)))
    return new ProblemError("unavailable", { retryAfter: 2, cause: error })
  const status = (error as FastifyError).statusCode
  if (status === 400) return new ProblemError("malformed_json", { cause: error })
  // What the file server won't hand out, such as a folder, is nothing to anybody.
  if (status === 403 || status === 404) return new ProblemError("not_found", { cause: error })
  return new ProblemError("internal", { cause: error })
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = asProblem(error)
  if (problem.status >= 500)
    request.log.error({ err: problem.cause ?? problem, problem: problem.id }, "request failed")
  else
    request.log.info(
      { problem: problem.id, cause: (problem.cause as Error | undefined)?.message },
      "request refused",
    )
  if (problem.retryAfter !== undefined) reply.header("retry-after", problem.retryAfter)
  return reply
    .status(problem.status)
    .header("content-type", "application/problem+json")
    .send({
      type: `https://backfill.dev/problems/${problem.id}`,
      id: problem.id,
      title: problem.id[0]?.toUpperCase() + problem.id.slice(1).replaceAll("_", " "),
      detail: problem.message,
      status: problem.status,
      requestId: request.id,
      ...(problem.errors ? { errors: problem.errors } : {}),
    })
}

/** A browser says where a request comes from; one that changes something must come from our own pages or from no page at all. */
function refuseForeign(request: FastifyRequest, baseUrl: string) {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return
  const site = request.headers["sec-fetch-site"]
  const origin = request.headers.origin
  const own =
    origin === undefined ||
    origin === new URL(baseUrl).origin ||
    origin === `${request.protocol}://${request.host}`
  if (
    !own ||
    (typeof site === "string" && site !== "same-origin" && site !== "none") ||
    request.headers["x-backfill"] === undefined
  )
    throw new ProblemError("foreign_origin")
}

/** The HTTP server without its routes: limits, headers, request ids, one shape of error. */
export async function createServer(config: Config, baseUrl: string): Promise<FastifyInstance> {
  const server = Fastify({
    logger: { level: config.LOG_LEVEL, redact: ["req.headers.cookie", "req.headers.authorization"] },
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    genReqId: () => randomUUID(),
    bodyLimit: 2_000_000,
    // Slow senders are cut off; an answer may take its time (the sample does).
    requestTimeout: 60_000,
    http: { headersTimeout: 15_000 },
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  })
  const protection = protectiveHeaders(baseUrl)
  server.addContentTypeParser("application/octet-stream", (_request, _payload, done) => done(null))
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(protection).header("x-request-id", request.id)
    if (request.url.startsWith("/api/")) {
      reply.header("cache-control", "no-store")
      refuseForeign(request, baseUrl)
    }
  })
  server.setErrorHandler(sendProblem)
  return server
}

export { sendProblem }
