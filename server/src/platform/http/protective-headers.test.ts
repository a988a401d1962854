import { expect, test } from "vitest"
import { protectiveHeaders } from "./protective-headers.ts"

const policyOf = (headers: Record<string, string>) =>
  new Map(
    (headers["content-security-policy"] ?? "").split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(" ")
      return [name, sources.join(" ")] as const
    }),
  )

test("pages run our own scripts and WebAssembly only, and nobody frames them", () => {
  const headers = protectiveHeaders("http://interviews.example")
  const policy = policyOf(headers)
  expect(policy.get("default-src")).toBe("'self'")
  expect(policy.get("script-src")).toBe("'self' 'wasm-unsafe-eval'")
  expect(policy.get("frame-ancestors")).toBe("'none'")
  expect(policy.get("form-action")).toBe("'self'")
  expect(headers["x-content-type-options"]).toBe("nosniff")
  expect(headers["referrer-policy"]).toBe("no-referrer")
})

test("a browser is told to stay with https only where the address is one", () => {
  expect(protectiveHeaders("http://interviews.example")).not.toHaveProperty("strict-transport-security")
  expect(protectiveHeaders("https://interviews.example")["strict-transport-security"]).toMatch(/^max-age=\d+/)
})
