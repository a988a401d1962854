import { randomUUID } from "node:crypto"
import type { TestApp, TestPerson } from "../test-app.ts"

export interface Mocks {
  /** In which the member asks; both are there, nothing has begun. */
  asked: string
  /** In which the member answered, and which is handed over. */
  answered: string
  /** Of a link that the member made and nobody used. */
  token: string
  /** The other one of each. */
  partner: TestPerson
}

export const tokenIn = (link: string): string => link.split("#")[1] ?? ""

/** Sets up a mock on the first question for practice. */
async function create(asker: TestPerson): Promise<string> {
  const itemId = (await asker.client.practice.questions()).items[0]?.id ?? ""
  const body = { kitId: "data-engineer", itemIds: [itemId], level: "mid" as const }
  return (await asker.client.mocks.create({ body })).id
}

async function tokenOf(asker: TestPerson, mockId: string): Promise<string> {
  return tokenIn((await asker.client.mocks.link({ params: { mockId } })).link)
}

/** A mock with both there. */
async function joined(asker: TestPerson, answerer: TestPerson): Promise<string> {
  const mockId = await create(asker)
  await answerer.client.mocks.join({ body: { token: await tokenOf(asker, mockId) } })
  return mockId
}

/** A mock whose first half was begun, ended and handed over, with nothing written. */
async function handed(asker: TestPerson, answerer: TestPerson): Promise<string> {
  const mockId = await joined(asker, answerer)
  const params = { mockId }
  const at = { itemId: null, index: null, atSeconds: 0, device: "d" }
  const events = (["start", "end"] as const).map((kind, seq) => ({ ...at, id: randomUUID(), kind, seq }))
  await asker.client.mocks.sync({ params, body: { notes: [], events, startedAt: null } })
  await asker.client.mocks.handOver({ params, body: { ratings: [], version: 1 } })
  return mockId
}

export async function setUpMocks(t: TestApp, member: TestPerson): Promise<Mocks> {
  const partner = await t.person("Person partner", ["member"])
  return {
    asked: await joined(member, partner),
    answered: await handed(partner, member),
    token: await tokenOf(member, await create(member)),
    partner,
  }
}

/** Another mock of the member: one they made, or one handed over to them. */
export const mockAsked = (member: TestPerson, { partner }: Mocks, state?: "handed"): Promise<string> =>
  state === "handed" ? handed(partner, member) : create(member)
