import { describe, expect, it } from "vitest"
import { ProblemError } from "../../app/api.ts"
import { applyBody } from "./apply-body.ts"
import type { ApplyBody } from "./apply-types.ts"
import { filled, form } from "./form.test-data.ts"
import { isRefused, type Post, send, withTry } from "./sending.ts"

const refusal = (id: string, status: number) => new ProblemError({ type: "", id, title: id, status })
const first = applyBody(filled, form)
const second: ApplyBody = { ...first, coverLetter: "Changed since" }

/** A server that keeps what came under a key, as the contract promises; `losing` answers get lost on the way back. */
function server(losing = 0) {
  const arrived = new Map<string, string>()
  let lost = 0
  const post: Post = async (body, key) => {
    const said = JSON.stringify(body)
    const earlier = arrived.get(key)
    if (earlier !== undefined && earlier !== said) throw refusal("idempotency_mismatch", 422)
    arrived.set(key, said)
    lost += 1
    if (lost <= losing) throw new TypeError("Failed to fetch")
    return { outcome: "received", rule: null, link: "https://x.example/c#token", mailed: false }
  }
  return { post, arrived }
}

describe("sending an application", () => {
  it("gives the answer", async () => {
    expect(await send(server().post, first, "k", [])).toMatchObject({
      outcome: "received",
      version: "latest",
    })
  })
  it("arrives once, though the answer got lost and it was sent again", async () => {
    const { post, arrived } = server(1)
    await expect(send(post, first, "k", [])).rejects.toThrow(TypeError)
    expect(await send(post, first, "k", [first])).toMatchObject({ outcome: "received", version: "latest" })
    expect(arrived.size).toBe(1)
  })
  it("finds the try that arrived, though the words were changed since", async () => {
    const { post, arrived } = server(1)
    await expect(send(post, first, "k", [])).rejects.toThrow(TypeError)
    expect(await send(post, second, "k", [{ ...first, phone: "never arrived" }, first])).toMatchObject({
      version: "earlier",
    })
    expect([...arrived.values()]).toEqual([JSON.stringify(first)])
  })
  it("says when it is there already, without its link", async () => {
    const post: Post = async () => {
      throw refusal("already_exists", 409)
    }
    expect(await send(post, first, "k", [])).toEqual({ outcome: "known", version: "latest" })
  })
  it("passes on what it can’t settle", async () => {
    const { post } = server()
    await post(first, "k")
    await expect(send(post, second, "k", [])).rejects.toMatchObject({
      problem: { id: "idempotency_mismatch" },
    })
  })
})

describe("tries", () => {
  it("are remembered once each", () => {
    expect(withTry(withTry(withTry([], first), second), { ...first })).toEqual([second, first])
  })
  it("can’t have arrived when refused; a lost line or a fault of the server leaves it open", () => {
    expect(isRefused(refusal("invalid_request", 422))).toBe(true)
    expect(isRefused(refusal("internal", 500))).toBe(false)
    expect(isRefused(new TypeError("Failed to fetch"))).toBe(false)
  })
})
