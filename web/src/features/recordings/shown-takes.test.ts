import type { Take } from "@backfill/contract"
import { describe, expect, it } from "vitest"
import type { Sending } from "./outbox.ts"
import { shownTakes, takeName } from "./shown-takes.ts"
import type { KeptTake } from "./take-store.ts"

const kept = (id: string, part: Partial<KeptTake> = {}): KeptTake => ({
  id,
  owner: "attempt/a",
  kind: "video",
  mediaType: "video/webm",
  createdAt: 5000,
  key: "k",
  remoteId: undefined,
  bytes: 1000,
  durationMs: 4000,
  ending: "pressed",
  ...part,
})
const served = (id: string, part: Partial<Take> = {}): Take => ({
  id,
  kind: "video",
  state: "receiving",
  take: 1,
  offset: 0,
  length: null,
  expiresAt: null,
  createdAt: "1970-01-01T00:00:05Z",
  mediaType: null,
  durationMs: null,
  width: null,
  height: null,
  note: "",
  chosen: false,
  ...part,
})
const on = (id: string, sending: Sending): ReadonlyMap<string, Sending> => new Map([[id, sending]])

describe("the takes of a prompt", () => {
  it("are one each, though the device and the server both have them", () => {
    const [take, ...more] = shownTakes(
      [kept("l1", { remoteId: "r1" })],
      on("l1", { sent: 250, state: { at: "offline" } }),
      [served("r1")],
    )
    expect(more).toEqual([])
    expect(take).toMatchObject({ key: "l1", remoteId: "r1", number: 1, durationMs: 4000 })
    expect(take?.where).toEqual({ at: "on-its-way", share: 0.25, offline: true, signedOut: false })
  })

  it("keep their key when they arrive and the device lets go of them", () => {
    const [take] = shownTakes([], on("l1", { sent: 1000, state: { at: "stored", remoteId: "r1" } }), [
      served("r1", { state: "ready", durationMs: 3900, length: 1000 }),
    ])
    expect(take).toMatchObject({ key: "l1", durationMs: 3900, where: { at: "arrived", playable: true } })
  })

  it("have arrived only when the server says so, however much was sent", () => {
    const all = on("l1", { sent: 1000, state: { at: "sending" } })
    const [take] = shownTakes([kept("l1", { remoteId: "r1" })], all, [served("r1", { offset: 1000 })])
    expect(take?.where.at).toBe("on-its-way")
  })

  it("say when the rest is on another device, and why one can't go on", () => {
    expect(shownTakes([], new Map(), [served("r1")])[0]?.where).toEqual({ at: "elsewhere" })
    const stopped = on("l1", { sent: 0, state: { at: "stopped", why: "No space." } })
    expect(shownTakes([kept("l1")], stopped, [])[0]?.where).toEqual({ at: "stopped", why: "No space." })
  })

  it("leave out what holds nothing, and stand in the order they were made", () => {
    const list = shownTakes([kept("l2", { createdAt: 9000 }), kept("l3", { bytes: 0 })], new Map(), [
      served("r1"),
    ])
    expect(list.map(({ key }) => key)).toEqual(["r1", "l2"])
    expect(list.map(takeName)).toEqual(["Take 1", "New take"])
  })
})
