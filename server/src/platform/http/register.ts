import type { Endpoint } from "@backfill/contract"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { z } from "zod"
import type { App, Scope } from "../app.ts"
import { ProblemError } from "../problem-error.ts"
import { Call, type Download, type Handlers } from "./call.ts"
import { identify } from "./identify.ts"

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
  return reply
    .header("content-type", file.mediaType)
    .header("content-disposition", `attachment; filename*=UTF-8''${headerName(file.name)}`)
    .header("content-security-policy", "sandbox; default-src 'none'")
    .send(file.body)
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
    const handler = handlers[name as keyof F] as (call: unknown) => Promise<unknown>
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      config: { endpoint },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const caller = await identify(app, endpoint, request)
        const params = parse(endpoint.params, request.params, "params")
        const query = parse(endpoint.query, request.query, "query")
        const body = parse(endpoint.kind === "upload" ? undefined : endpoint.body, request.body, "body")
        const answer = await handler(
          new Call(app, scope, endpoint, { params, query, body, caller, request, reply }),
        )
        if (endpoint.kind === "events" || reply.sent) return reply
        if (endpoint.kind === "download") return sendDownload(reply, answer as Download)
        return reply.send(answer)
      },
    })
  }
}
