import { z } from "zod"
import { api } from "./api.ts"
import type { Endpoint } from "./endpoint.ts"
import { Problem } from "./problems.ts"

const json = (schema: z.ZodType, io: "input" | "output") => ({
  "application/json": {
    schema: z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }),
  },
})

function parameters(schema: z.ZodType | undefined, where: "path" | "query") {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, s]) => ({
    name,
    in: where,
    required: where === "path" || !(s as z.ZodType).safeParse(undefined).success,
    schema: z.toJSONSchema(s as z.ZodType, { io: "input", unrepresentable: "any" }),
  }))
}

const TUS_HEADERS: Partial<Record<Endpoint["method"], [string, boolean][]>> = {
  POST: [
    ["Upload-Length", false],
    ["Upload-Defer-Length", false],
  ],
  PATCH: [
    ["Upload-Offset", true],
    ["Upload-Length", false],
    ["Upload-Checksum", false],
  ],
}

/** The request headers of tus 1.0 that matter to an operation. */
function tusHeaders({ kind, method }: Endpoint) {
  if (kind !== "tus" || method === "OPTIONS") return []
  const named: [string, boolean][] = [["Tus-Resumable", true], ...(TUS_HEADERS[method] ?? [])]
  return named.map(([name, required]) => ({ name, in: "header", required, schema: { type: "string" } }))
}

/** tus answers with other codes than 200. */
const DONE: Partial<Record<Endpoint["method"], number>> = { POST: 201, PATCH: 204, DELETE: 204, OPTIONS: 204 }

function operation(feature: string, name: string, e: Endpoint) {
  const body =
    e.kind === "upload"
      ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
      : e.kind === "tus" && e.method === "PATCH"
        ? { "application/offset+octet-stream": { schema: { type: "string", format: "binary" } } }
        : e.body
          ? json(e.body, "input")
          : undefined
  const ok =
    e.kind === "events"
      ? { "text/event-stream": {} }
      : e.kind === "download"
        ? { "application/octet-stream": {} }
        : e.kind === "media"
          ? { "video/*": {}, "audio/*": {} }
          : e.response
            ? json(e.response, "output")
            : {}
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: e.summary,
    "x-callers": e.callers,
    parameters: [...parameters(e.params, "path"), ...parameters(e.query, "query"), ...tusHeaders(e)],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [(e.kind === "tus" ? DONE[e.method] : undefined) ?? 200]: { description: "Done", content: ok },
      ...(e.kind === "media" ? { 206: { description: "The part asked for", content: ok } } : {}),
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  }
}

/** The OpenAPI 3.1 description of the contract. */
export function describeApi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [feature, group] of Object.entries(api))
    for (const [name, e] of Object.entries(group)) {
      const path = e.path.replace(/:(\w+)/g, "{$1}")
      paths[path] = { ...paths[path], [e.method.toLowerCase()]: operation(feature, name, e as Endpoint) }
    }
  return {
    openapi: "3.1.0",
    info: { title: "Backfill", version },
    paths,
    components: { schemas: { Problem: z.toJSONSchema(Problem) } },
  }
}
