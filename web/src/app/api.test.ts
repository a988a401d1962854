import { expect, test } from "vitest"
import { hasStatus, problemOf } from "./api.ts"

test("a problem document is kept, with its fields by path", async () => {
  const body = {
    type: "about:blank",
    id: "invalid-request",
    title: "Something is missing",
    detail: "Give the opening a name.",
    status: 422,
    requestId: "r-1",
    errors: [{ path: "name", message: "A name is needed." }],
  }
  const headers = { "content-type": "application/problem+json" }
  const error = await problemOf(new Response(JSON.stringify(body), { status: 422, headers }))
  expect(error.message).toBe("Give the opening a name.")
  expect(error.fieldError("name")).toBe("A name is needed.")
  expect(error.fieldError("level")).toBeUndefined()
  expect(hasStatus(error, 422)).toBe(true)
})

test("anything else refused still carries status and request id", async () => {
  const error = await problemOf(new Response("<html>", { status: 502, headers: { "x-request-id": "r-2" } }))
  expect(error.problem).toMatchObject({ status: 502, requestId: "r-2", id: "unreadable-response" })
  expect(hasStatus(error, 401)).toBe(false)
})
