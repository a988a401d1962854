import type { Endpoint } from "@backfill/contract"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import type { App, Scope } from "../app.ts"
import { ProblemError } from "../problem-error.ts"
import { Call, type Download, type Handlers, type PageHandler } from "./call.ts"
import { admitFound, identify, sessionOf } from "./identify.ts"

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ProblemError(where === "params" ? "not_found" : "invalid_request", {
    errors: result.error.issues.map((i) => ({ path: [where, ...i.path].join("."), message: i.message })),
  })
}

/** A plain file name: no path, no quotes, no line ends. */
const headerName = (name: string) => encodeURIComponent(name.replace(/[/\\]/g, "_")).replace(/'/g, "%27")

/** Files leave as attachments that no browser runs, whatever is in them. */
function sendDownload(reply: FastifyReply, file: Download) {
  if (file.bytes !== undefined) reply.header("content-length", String(file.bytes))
  return reply
    .header("content-type", file.mediaType)
    .header("content-disposition", `attachment; filename*=UTF-8''${headerName(file.name)}`)
    .header("content-security-policy", "sandbox; default-src 'none'")
    .send(file.body)
}

const NO_QUERY = z.unknown().transform(() => undefined)
type Plain = (call: Call) => Promise<unknown>
type Paged = { load: PageHandler<Call, unknown>["load"]; answer(call: Call, page: unknown): Promise<unknown> }
type Handler = Plain | Paged

/**
 * Asks for session and page at once. Undefined without a session or with parameters that can't be meant, which are then
 * answered as everywhere else.
 */
async function loadPage(
  app: App,
  scope: Scope,
  endpoint: Endpoint,
  handler: Handler,
  request: FastifyRequest,
) {
  if (typeof handler === "function") return undefined
  const hash = sessionOf(request)
  const params = endpoint.params?.safeParse(request.params)
  const query = (endpoint.query ?? NO_QUERY).safeParse(request.query)
  if (hash === undefined || !params?.success || !query.success) return undefined
  const session = { hash, now: app.clock() }
  const loaded = await handler.load({ db: app.db[scope], params: params.data, query: query.data, session })
  const caller = admitFound(endpoint, loaded?.account, hash)
  return { caller, params: params.data, answer: (call: Call) => handler.answer(call, loaded?.page) }
}

/** Registers every endpoint of a feature: identify, validate, handle, answer. */
export function register<F extends Record<string, Endpoint>>(
  server: FastifyInstance,
  app: App,
  scope: Scope,
  feature: F,
  handlers: Handlers<F>,
): void {
  for (const [name, endpoint] of Object.entries(feature)) {
    const handler = handlers[name as keyof F] as Handler
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      config: { endpoint },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const loaded = await loadPage(app, scope, endpoint, handler, request)
        const caller = loaded?.caller ?? (await identify(app, endpoint, request))
        const params = loaded?.params ?? parse(endpoint.params, request.params, "params")
        const query = parse(endpoint.query, request.query, "query")
        const body = parse(endpoint.kind === "upload" ? undefined : endpoint.body, request.body, "body")
        const call = new Call(app, scope, endpoint, { params, query, body, caller, request, reply })
        const answer = await (loaded ? loaded.answer(call) : (handler as Plain)(call))
        if (endpoint.kind === "events" || endpoint.kind === "media" || reply.sent) return reply
        if (endpoint.kind === "download") return sendDownload(reply, answer as Download)
        return reply.send(answer)
      },
    })
  }
}
