import { describe, expect, it } from "vitest"
import { readConfig } from "./settings.ts"

describe("TRUSTED_PROXIES", () => {
  it.each(["127.0.0.1", "10.0.0.0/8, ::1", "fd00::/8", "loopback"])("takes %s", (given) => {
    expect(readConfig({ TRUSTED_PROXIES: given })).toHaveProperty("config.TRUSTED_PROXIES")
  })
  it.each(["proxy.example.org", "10.0.0.0/33", "10.0.0.0/8/8", "999.1.2.3", "::1/129", "10.0.0.1/x"])(
    "says no to %s before the server is started",
    (given) => {
      expect(readConfig({ TRUSTED_PROXIES: given })).toEqual({
        errors: [expect.stringContaining(`TRUSTED_PROXIES can’t be "${given}"`)],
      })
    },
  )
})

describe("HOST", () => {
  it.each(["127.0.0.1", "::", "backfill.example.org"])("takes %s", (given) => {
    expect(readConfig({ HOST: given })).toHaveProperty("config.HOST", given)
  })
  it.each(["a b", "http://localhost"])("says no to %s before the server is started", (given) => {
    expect(readConfig({ HOST: given })).toEqual({
      errors: [expect.stringContaining(`HOST can’t be "${given}"`)],
    })
  })
})
