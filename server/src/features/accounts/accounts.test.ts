import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { settings } from "../../platform/database/schema/platform.ts"
import { setUpLink } from "../../platform/set-up-link.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"

let t: TestApp
let owner: TestPerson
beforeAll(async () => {
  t = await startTestApp()
  owner = await t.person("Olga Owner", ["owner"])
})
afterAll(() => t.close())

const person = (email: string) => ({
  name: "Sami Okafor",
  email,
  password: "a long enough one",
  timeZone: "Europe/Berlin",
})
const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })
const tokenOf = (link: string) => link.split("#")[1] as string

describe("an invitation", () => {
  it("makes one account with its roles, once", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["recruiter", "member"] } })
    const token = tokenOf(link)
    expect(await t.client().accounts.viewInvitation({ body: { token } })).toMatchObject({
      organisation: "Havn",
      invitedBy: "Olga Owner",
    })
    const session = await t
      .client()
      .accounts.acceptInvitation({ body: { token, ...person("sami@havn.example") } })
    expect(session.account?.roles).toEqual(["recruiter", "member"])
    await expect(
      t.client().accounts.acceptInvitation({ body: { token, ...person("second@havn.example") } }),
    ).rejects.toEqual(problem("link_spent"))
  })
  it("lets one of forty simultaneous redemptions through", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) =>
        t
          .client()
          .accounts.acceptInvitation({ body: { token: tokenOf(link), ...person(`racer${i}@havn.example`) } }),
      ),
    )
    expect(tries.filter((r) => r.status === "fulfilled")).toHaveLength(1)
  })
  it("isn't used up by looking, and is gone when revoked", async () => {
    const { link, invitation } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    const token = tokenOf(link)
    await t.client().accounts.viewInvitation({ body: { token } })
    await owner.client.accounts.revokeInvitation({ params: { invitationId: invitation.id } })
    await expect(t.client().accounts.viewInvitation({ body: { token } })).rejects.toEqual(
      problem("link_spent"),
    )
  })
  it("doesn't open a password reset, nor the other way round", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    await expect(
      t.client().accounts.resetPassword({ body: { token: tokenOf(link), password: "a long enough one" } }),
    ).rejects.toEqual(problem("link_spent"))
  })
  it("rests while no new accounts are taken, and works again afterwards", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    const body = { token: tokenOf(link), ...person("patient@havn.example") }
    const { mail: _mail, ...open } = await owner.client.accounts.settings()
    const closed = await owner.client.accounts.saveSettings({ body: { ...open, registration: "off" } })
    await expect(t.client().accounts.acceptInvitation({ body })).rejects.toEqual(
      problem("registration_closed"),
    )
    await owner.client.accounts.saveSettings({ body: { ...open, version: closed.version } })
    expect((await t.client().accounts.acceptInvitation({ body })).account?.roles).toEqual(["member"])
  })
  it("expires", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    t.setTime(new Date(Date.now() + 15 * 24 * 3600 * 1000))
    await expect(t.client().accounts.viewInvitation({ body: { token: tokenOf(link) } })).rejects.toEqual(
      problem("link_spent"),
    )
    t.setTime(undefined)
  })
})

describe("signing in", () => {
  it("says the same for a wrong password and an unknown address", async () => {
    const wrong = await t
      .client()
      .accounts.signIn({ body: { email: owner.email, password: "not this one" } })
      .catch((e: unknown) => e)
    const unknown = await t
      .client()
      .accounts.signIn({ body: { email: "nobody@havn.example", password: "not this one" } })
      .catch((e: unknown) => e)
    expect(String(wrong)).toBe(String(unknown))
    expect(wrong).toEqual(problem("wrong_credentials"))
  })
  it("works with the password, in any case of the address", async () => {
    const session = await t
      .client()
      .accounts.signIn({ body: { email: owner.email.toUpperCase(), password: "correct horse battery" } })
    expect(session.account?.id).toBe(owner.id)
  })
  it("slows down guessing at one account", async () => {
    const victim = await t.person("Vera Victim", ["member"])
    const tries = await Promise.allSettled(
      Array.from({ length: 15 }, () =>
        t.client().accounts.signIn({ body: { email: victim.email, password: "guess" } }),
      ),
    )
    expect(
      tries.filter(
        (r) =>
          r.status === "rejected" &&
          (r.reason as { problem?: { id: string } }).problem?.id === "too_many_requests",
      ).length,
    ).toBeGreaterThanOrEqual(5)
  })
  it("ends everywhere at once", async () => {
    const person = await t.person("Eve Everywhere", ["member"])
    await person.client.accounts.signOutEverywhere()
    expect((await person.client.accounts.session()).account).toBeNull()
  })
})

describe("accounts", () => {
  it("keep the last owner", async () => {
    const { version } = (await owner.client.accounts.list()).items.find((a) => a.id === owner.id) as {
      version: number
    }
    await expect(
      owner.client.accounts.update({ params: { accountId: owner.id }, body: { roles: ["member"], version } }),
    ).rejects.toEqual(problem("wrong_state"))
  })
  it("lose what their role allowed as soon as it is taken away", async () => {
    const recruiter = await t.person("Rita Recruiter", ["recruiter"])
    await recruiter.client.accounts.list()
    await owner.client.accounts.update({
      params: { accountId: recruiter.id },
      body: { roles: ["member"], version: recruiter.version },
    })
    await expect(recruiter.client.accounts.list()).rejects.toEqual(problem("not_allowed"))
  })
  it("refuse a stale change and keep the newer one", async () => {
    const one = await t.person("Stella Stale", ["member"])
    await owner.client.accounts.update({
      params: { accountId: one.id },
      body: { roles: ["interviewer"], version: 1 },
    })
    await expect(
      owner.client.accounts.update({
        params: { accountId: one.id },
        body: { roles: ["recruiter"], version: 1 },
      }),
    ).rejects.toEqual(problem("stale_version"))
  })
  it("are made once for one request key", async () => {
    const { link } = await owner.client.accounts.invite({ body: { roles: ["member"] } })
    const body = { token: tokenOf(link), ...person("twice@havn.example") }
    const [a, b] = [
      await t.client().accounts.acceptInvitation({ body, key: "k1" }),
      await t.client().accounts.acceptInvitation({ body, key: "k1" }),
    ]
    expect(b).toEqual(a)
    await expect(
      t.client().accounts.acceptInvitation({ body: { ...body, name: "Someone else" }, key: "k1" }),
    ).rejects.toEqual(problem("idempotency_mismatch"))
  })
})

describe("requests", () => {
  const post = (headers: Record<string, string>, body = "{}") =>
    t.fetch("/api/sessions", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    })
  it("from another site are refused", async () => {
    expect((await post({ origin: "https://evil.example", "x-backfill": "1" })).status).toBe(403)
    expect((await post({})).status).toBe(403)
    expect((await post({ "x-backfill": "1", "sec-fetch-site": "cross-site" })).status).toBe(403)
  })
  it("that aren't JSON get a sentence and an id", async () => {
    const answer = await post({ "x-backfill": "1" }, "{")
    expect(answer.headers.get("content-type")).toContain("application/problem+json")
    expect(await answer.json()).toMatchObject({
      id: "malformed_json",
      status: 400,
      requestId: answer.headers.get("x-request-id"),
    })
  })
  it.each([
    ["NUL", "a\u0000b"],
    ["half a character", "\ud800"],
  ])("with %s are refused, and never break the server", async (_name, name) => {
    await expect(owner.client.accounts.updateOwn({ body: { name, version: 1 } })).rejects.toEqual(
      problem("invalid_request"),
    )
  })
  it.each(["Zoë 👩‍🔧", "محمد الأحمد", "张伟", "O’Brien-Łukasz"])(
    "keep the name %s as it was typed",
    async (name) => {
      const one = await t.person("Someone", ["member"])
      expect((await one.client.accounts.updateOwn({ body: { name, version: 1 } })).name).toBe(name)
    },
  )
})

describe("the set-up link", () => {
  it("makes the owner once", async () => {
    const fresh = await startTestApp()
    try {
      await fresh.app.db.platform.delete(settings)
      const link = (await setUpLink(fresh.app)) as string
      const body = { token: tokenOf(link), purpose: "practise" as const, ...person("me@home.example") }
      await expect(
        fresh.client().accounts.setUp({ body: { ...body, token: "x".repeat(43) } }),
      ).rejects.toEqual(problem("link_spent"))
      const session = await fresh.client().accounts.setUp({ body })
      expect(session).toMatchObject({
        hiring: false,
        setUpNeeded: false,
        account: { roles: ["owner", "member"] },
      })
      await expect(fresh.client().accounts.setUp({ body })).rejects.toEqual(problem("set_up_done"))
      expect(await setUpLink(fresh.app)).toBeUndefined()
      // Hiring can be had later: whoever turns it on can hire.
      const me = await fresh.person("Olga Later", ["owner", "member"])
      const { mail: _mail, ...now } = await me.client.accounts.settings()
      await me.client.accounts.saveSettings({ body: { ...now, hiring: true } })
      expect((await me.client.accounts.session()).account?.roles).toContain("hiring-manager")
    } finally {
      await fresh.close()
    }
  })
})
