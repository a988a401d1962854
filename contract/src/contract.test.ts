import { describe, expect, it } from "vitest"
import { ApiProblem, addressOf, api, createClient, describeApi, type Endpoint, PROBLEMS } from "./index.ts"

const endpoints = Object.entries(api).flatMap(([feature, group]) =>
  Object.entries(group).map(([name, e]) => ({ id: `${feature}.${name}`, e: e as Endpoint })),
)

describe("the contract", () => {
  it("has every operation once", () => {
    const addresses = endpoints.map(({ e }) => `${e.method} ${e.path.replaceAll(/:\w+/g, ":id")}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length).toBeGreaterThan(70)
  })
  it.each(endpoints)("$id says who may call and what it answers", ({ e }) => {
    expect(e.callers.length).toBeGreaterThan(0)
    expect(e.summary.length).toBeGreaterThan(8)
    expect(e.path.startsWith("/api/")).toBe(true)
    if (e.kind === "json" || e.kind === "upload") expect(e.response).toBeDefined()
    if (e.method === "GET") expect(e.body).toBeUndefined()
    const named = [...e.path.matchAll(/:(\w+)/g)].map((m) => m[1])
    expect(named.length > 0).toBe(e.params !== undefined)
  })
  it("gives every problem a status of its class and a sentence that says what is safe or what to do", () => {
    for (const [id, [status, sentence]] of Object.entries(PROBLEMS)) {
      expect(status, id).toBeGreaterThanOrEqual(400)
      expect(sentence.split(/[.!?]\s/).length, id).toBeGreaterThanOrEqual(2)
    }
  })
})

describe("the OpenAPI description", () => {
  const description = describeApi("1.2.3")
  it("holds every operation with its path parameters", () => {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path)) as {
      operationId: string
      parameters: { in: string; name: string }[]
    }[]
    expect(operations.map((o) => o.operationId).toSorted()).toEqual(endpoints.map(({ id }) => id).toSorted())
    const one = operations.find((o) => o.operationId === "applications.file")
    expect(one?.parameters.filter((p) => p.in === "path").map((p) => p.name)).toEqual([
      "applicationId",
      "fileId",
    ])
  })
  it("is plain JSON", () => expect(JSON.parse(JSON.stringify(description))).toEqual(description))
})

describe("the client", () => {
  const answering = (ok: boolean, value: unknown) => {
    const calls: {
      url: string
      init: { method: string; headers: Record<string, string>; body?: unknown }
    }[] = []
    const client = createClient(api, async (url, init) => {
      calls.push({ url, init })
      return { ok, status: ok ? 200 : 409, json: async () => value }
    })
    return { client, calls }
  }
  it("fills the address, sends JSON, our header and the request key", async () => {
    const { client, calls } = answering(true, { ok: true })
    await client.accounts.revokeInvitation({ params: { invitationId: "a/b" }, key: "k" })
    expect(calls[0]).toMatchObject({
      url: "/api/invitations/a%2Fb",
      init: { method: "DELETE", headers: { "x-backfill": "1", "idempotency-key": "k" } },
    })
  })
  it("throws a problem with its stable id, and one of ours when the answer is none", async () => {
    const problem = { type: "t", id: "stale_version", title: "t", detail: "d", status: 409, requestId: "r" }
    await expect(answering(false, problem).client.accounts.session()).rejects.toEqual(new ApiProblem(problem))
    await expect(answering(false, "<html>").client.accounts.session()).rejects.toMatchObject({
      problem: { id: "internal" },
    })
  })
  it("leaves out what isn't asked for in a query", () =>
    expect(addressOf({ path: "/a/:id" }, { id: "é" }, { q: "x y", none: undefined })).toBe(
      "/a/%C3%A9?q=x%20y",
    ))
})
