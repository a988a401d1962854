import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { NoSound } from "./decode.ts"
import { RATE } from "./heard.ts"
import { listen, type Told } from "./listen.ts"

/** A worker as the test wants it: it says what it is told to, or breaks. */
class FakeWorker {
  static last: FakeWorker | undefined
  onmessage: ((event: { data: Told }) => void) | null = null
  onerror: (() => void) | null = null
  ended = false
  constructor() {
    FakeWorker.last = this
  }
  postMessage() {
    asked()
  }
  terminate() {
    this.ended = true
  }
}
let asked: () => void
const decode = vi.fn<() => Promise<unknown>>()
const silence = { numberOfChannels: 2, length: RATE, getChannelData: () => new Float32Array(RATE) }

beforeEach(() => {
  asked = () => undefined
  decode.mockReset().mockResolvedValue(silence)
  vi.stubGlobal("Worker", FakeWorker)
  vi.stubGlobal(
    "OfflineAudioContext",
    class {
      decodeAudioData = decode
    },
  )
  // A player that says at once that it can’t tell how long the file is.
  vi.stubGlobal("document", {
    createElement: () => ({
      set src(_: string) {
        queueMicrotask(() => (this as unknown as { onerror(): void }).onerror())
      },
      removeAttribute: () => undefined,
    }),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe("listening", () => {
  it("says how far it is, and gives what the worker heard", async () => {
    const shares: number[] = []
    const heard = { by: "silero", stretches: [], durationMs: 1000, onsets: [], noisy: false } as const
    asked = () => {
      FakeWorker.last?.onmessage?.({ data: { share: 0.5 } })
      FakeWorker.last?.onmessage?.({
        data: { heard: { ...heard, stretches: [], onsets: [], peaks: new Float32Array(50) } },
      })
    }
    const found = await listen(new Blob(["x"]), { onProgress: (share) => shares.push(share) })
    expect(found).toMatchObject(heard)
    expect(shares).toEqual([0.5])
    expect(FakeWorker.last?.ended).toBe(true)
  })
  it("hears by loudness where the worker can’t be", async () => {
    asked = () => FakeWorker.last?.onerror?.()
    expect(await listen(new Blob(["x"]))).toMatchObject({ by: "energy", durationMs: 1000 })
  })
  it("says so, instead of keeping whoever waits, where the device can’t at all", async () => {
    const full = new Proxy(
      { length: RATE },
      {
        get: (_, name) => {
          if (name === "length") return RATE
          if (name === "then") return undefined
          throw new RangeError("Array buffer allocation failed")
        },
      },
    )
    decode.mockResolvedValue({ numberOfChannels: 1, length: RATE, getChannelData: () => full })
    asked = () => FakeWorker.last?.onerror?.()
    const failed = await listen(new Blob(["x"])).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(NoSound)
    expect(FakeWorker.last?.ended).toBe(true)
  })
  it("ends with the signal’s reason, and ends the worker", async () => {
    const control = new AbortController()
    const reason = new Error("left the page")
    asked = () => control.abort(reason)
    await expect(listen(new Blob(["x"]), { signal: control.signal })).rejects.toBe(reason)
    expect(FakeWorker.last?.ended).toBe(true)
    await expect(listen(new Blob(["x"]), { signal: control.signal })).rejects.toBe(reason)
  })
  it("says in a sentence what can’t be read or fetched", async () => {
    decode.mockRejectedValue(new DOMException("Unable to decode audio data", "EncodingError"))
    const unread = await listen(new Blob(["x"])).catch((error: unknown) => error)
    expect(unread).toBeInstanceOf(NoSound)
    expect(String(unread)).toContain("couldn’t be read by this browser")
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }))
    const missing = await listen("/api/practice/recordings/x/media").catch((error: unknown) => error)
    expect(missing).toBeInstanceOf(NoSound)
    expect(String(missing)).toContain("couldn’t be fetched")
  })
})
