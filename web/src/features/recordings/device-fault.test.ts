import { describe, expect, it } from "vitest"
import { type BrowserName, browserName } from "./browser-name.ts"
import { type DeviceFault, faultBefore, faultOf, faultWords } from "./device-fault.ts"

const named = (name: string) => Object.assign(new Error(name), { name })
const browsers: BrowserName[] = ["chrome", "chrome-android", "edge", "firefox", "safari", "ios", "other"]
const faults: DeviceFault[] = [
  "denied",
  "not-found",
  "busy",
  "too-much",
  "forbidden",
  "insecure",
  "no-recorder",
  "unknown",
]

describe("a camera or microphone that can't be had", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "not-found"],
    ["NotReadableError", "busy"],
    ["AbortError", "busy"],
    ["OverconstrainedError", "too-much"],
    ["SecurityError", "forbidden"],
    ["TypeError", "unknown"],
  ] as const)("%s is %s", (name, fault) => {
    expect(faultOf(named(name))).toBe(fault)
  })

  it("is never called denied unless the browser says so", () => {
    for (const error of [undefined, null, "denied", {}, new Error("Permission denied")])
      expect(faultOf(error)).toBe("unknown")
  })

  it("is known before asking where the page isn't safe or the browser can't", () => {
    expect(faultBefore({ secure: false, devices: false, recorder: false })).toBe("insecure")
    expect(faultBefore({ secure: true, devices: false, recorder: true })).toBe("no-recorder")
    expect(faultBefore({ secure: true, devices: true, recorder: false })).toBe("no-recorder")
    expect(faultBefore({ secure: true, devices: true, recorder: true })).toBeUndefined()
  })

  it("always comes with something to do, in each browser's own words where it was denied", () => {
    for (const fault of faults)
      for (const browser of browsers)
        for (const kind of ["audio", "video"] as const) {
          const words = faultWords(fault, kind, browser)
          expect(words.steps.length).toBeGreaterThan(0)
          if (kind === "audio") expect(`${words.title} ${words.what}`).not.toMatch(/the camera|No camera/)
        }
    const denied = browsers.map((browser) => faultWords("denied", "video", browser).steps.join())
    expect(new Set(denied).size).toBe(browsers.length)
  })
})

describe("the browser's name", () => {
  const agent = (rest: string) => `Mozilla/5.0 (X) AppleWebKit/605.1 (KHTML, like Gecko) ${rest}`
  it.each([
    [agent("Chrome/156.0 Safari/537.36"), false, "chrome"],
    [agent("Chrome/156.0 Safari/537.36 Edg/156.0"), false, "edge"],
    [`${agent("Chrome/156.0 Mobile Safari/537.36")} Android`, true, "chrome-android"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", false, "firefox"],
    ["Mozilla/5.0 (Macintosh; Intel) AppleWebKit/605 Version/18.1 Safari/605", false, "safari"],
    ["Mozilla/5.0 (Macintosh; Intel) AppleWebKit/605 Version/18.1 Safari/605", true, "ios"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) AppleWebKit/605 CriOS/150 Safari/604", true, "ios"],
    ["curl/8", false, "other"],
  ] as const)("%s", (userAgent, touch, name) => {
    expect(browserName(userAgent, touch)).toBe(name)
  })
})
