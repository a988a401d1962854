import { subscribe, unsubscribe } from "node:diagnostics_channel"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { FastifyInstance } from "fastify"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { COLUMNS } from "./columns.ts"
import { ENDPOINTS, inOrder, statesFor, verdictOf } from "./matrix.ts"
import { readTable, type Row } from "./table.ts"
import { buildWorld, type World } from "./world.ts"

const rows = readTable()
const byEndpoint = Map.groupBy(rows, (row) => row.endpoint)
/** Routes that aren't the contract's, by the address they are written down under. */
const PLAIN = new Map([
  ["GET /healthz", "/healthz"],
  ["GET /readyz", "/readyz"],
  ["GET /*", "/"],
])
const built = existsSync(join(import.meta.dirname, "../../../../../web/dist"))

let world: World
const routes = new Set<string>()
/** Hears of every route as the server itself registers it. */
const listen = (message: unknown) => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) routes.add(`${one} ${url}`)
  })
}

beforeAll(async () => {
  subscribe("fastify.initialization", listen)
  world = await buildWorld()
  unsubscribe("fastify.initialization", listen)
  const { owner } = world.people
  for (const { applicationId } of [...Object.values(world.cases), world.other]) {
    // With it, a permitted erasure is refused for a reason of its own and the world stays whole.
    const { version } = await owner.client.applications.read({ params: { applicationId } })
    await owner.client.applications.legalHold({
      params: { applicationId },
      body: { hold: true, reason: "The tests go on.", version },
    })
  }
  const { mail: _mail, ...settings } = await owner.client.accounts.settings()
  await owner.client.accounts.saveSettings({ body: { ...settings, registration: "open" } })
})
afterAll(() => world.close())

describe("the written table", () => {
  it("has every route of the server, and no other", () => {
    const written = new Set(
      [...byEndpoint.keys()].map((name) => {
        const endpoint = ENDPOINTS.get(name)
        return endpoint ? `${endpoint.method} ${endpoint.path}` : name
      }),
    )
    if (!built) written.delete("GET /*")
    // Fastify answers HEAD wherever it answers GET; the next test asks them.
    const served = new Set([...routes].filter((route) => !route.startsWith("HEAD ")))
    expect([...written].toSorted()).toEqual([...served].toSorted())
    expect(
      [...routes].filter((route) => route.startsWith("HEAD ") && !served.has(route.replace("HEAD", "GET"))),
    ).toEqual([])
  })

  it("has every endpoint of the contract", () => {
    expect([...ENDPOINTS.keys()].filter((name) => !byEndpoint.has(name))).toEqual([])
  })

  it.each([...byEndpoint])("says once for each state who may call %s", (_name, written) => {
    expect(written.flatMap((row) => row.states).toSorted()).toEqual(["decided", "draft", "sealed"])
  })

  it("is kept by HEAD as by GET", async () => {
    const gets = [...ENDPOINTS].filter(
      ([, endpoint]) => endpoint.method === "GET" && !endpoint.callers.includes("anyone"),
    )
    expect(gets.length).toBeGreaterThan(20)
    for (const [name, { path }] of gets) {
      const answer = await world.t.fetch(path.replace(/:\w+/g, "x"), { method: "HEAD" })
      expect(`${name} ${answer.status}`).toBe(`${name} 401`)
    }
  })
})

describe("as every role", () => {
  it.each(inOrder(ENDPOINTS.keys()))("%s does what the table says", async (name) => {
    const expected: string[] = []
    const found: string[] = []
    for (const row of byEndpoint.get(name) ?? []) {
      for (const state of statesFor(name, row.states)) {
        for (const column of COLUMNS) {
          expected.push(`${state}, ${column}: ${plain(row.cells[column])}`)
          found.push(`${state}, ${column}: ${await verdictOf(world, name, column, state)}`)
        }
      }
    }
    expect(found).toEqual(expected)
  })

  it.each([...PLAIN])("%s is open to all", async (name, path) => {
    const [row] = byEndpoint.get(name) ?? []
    expect(Object.values(row?.cells ?? {})).toEqual(COLUMNS.map(() => "yes"))
    const answer = await world.t.fetch(path)
    expect(answer.status).toBe(path === "/" && !built ? 404 : 200)
    // The page names its files by content; kept itself, it would name those of an old version.
    if (path === "/" && built) expect(answer.headers.get("cache-control")).toBe("no-cache")
  })

  it.each(["/assets/", "/assets", "/..%2f..%2fpackage.json", "/%2e%2e/%2e%2e/package.json"])(
    "%s, which no page is, breaks nothing and shows nothing",
    async (path) => {
      const answer = await world.t.fetch(path)
      expect(answer.status).toBeLessThan(500)
      expect(await answer.text()).not.toContain("workspaces")
    },
  )
})

/** Whether only one's own things are in an answer is looked at in every answer, so it counts as a yes here. */
const plain = (cell: Row["cells"][keyof Row["cells"]]): string => (cell === "own" ? "yes" : cell)
