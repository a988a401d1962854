import { api, type Client, createClient } from "@backfill/contract"
import type { FastifyInstance } from "fastify"

/** A client whose requests go to the server without a network; they are identified, validated and authorised like all others. */
export function insideClient(server: FastifyInstance, cookie?: string): Client {
  return createClient(
    api,
    async (url, { method, headers, body }) => {
      const answer = await server.inject({
        method: method as "GET",
        url,
        headers,
        payload: body as string | undefined,
      })
      return { ok: answer.statusCode < 400, status: answer.statusCode, json: async () => answer.json() }
    },
    "",
    cookie ? { cookie } : {},
  )
}

/** Opens a candidate's page with the token of their link, and answers the client that has it open. */
export async function insideCandidate(server: FastifyInstance, token: string): Promise<Client> {
  const answer = await server.inject({
    method: "POST",
    url: api.candidate.open.path,
    headers: { "x-backfill": "1", "content-type": "application/json" },
    payload: JSON.stringify({ token }),
  })
  const cookie = [answer.headers["set-cookie"] ?? []].flat()[0]?.split(";")[0]
  return insideClient(server, cookie)
}
