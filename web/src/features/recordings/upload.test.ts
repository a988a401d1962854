import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ProblemError } from "../../app/api.ts"
import { checksumOf } from "./checksum.ts"
import { memoryStore } from "./memory-store.ts"
import { Outbox } from "./outbox.ts"
import type { Part, Remote } from "./remote.ts"
import type { KeptTake } from "./take-store.ts"
import { uploadTake } from "./upload.ts"
import { verdictOf } from "./upload-verdict.ts"

type Fault = "none" | "lost-before" | "lost-after" | "killed" | "locked" | "signed-out" | "expired"
const problem = (status: number, id: string, detail = "Said by the server.") =>
  new ProblemError({ type: "about:blank", id, title: id, detail, status })

/** A server that keeps to tus, and fails as it is told: one fault for each request. */
function server(faults: Fault[]) {
  const uploads = new Map<string, { bytes: number[]; length: number | undefined }>()
  const keys = new Map<string, string>()
  const state = { created: 0, appended: 0 }
  const failing = async <Answer>(act: () => Answer): Promise<Answer> => {
    const fault = faults.shift() ?? "none"
    if (fault === "lost-before") throw new TypeError("Failed to fetch")
    if (fault === "killed") throw problem(502, "unreadable-response")
    if (fault === "locked") throw problem(423, "upload_locked")
    if (fault === "signed-out") throw problem(401, "not_signed_in")
    if (fault === "expired") {
      uploads.clear()
      throw problem(410, "upload_gone")
    }
    const answer = act()
    if (fault === "lost-after") throw new TypeError("Failed to fetch")
    return answer
  }
  const open = (id: string) => {
    const upload = uploads.get(id)
    if (!upload) throw problem(410, "upload_gone")
    return upload
  }
  const shown = (id: string) => {
    const { bytes, length } = open(id)
    return { id, offset: bytes.length, state: bytes.length === length ? "received" : "receiving" } as const
  }
  const remote: Remote = {
    create: ({ key, whole }) =>
      failing(() => {
        const id = keys.get(key) ?? `r${++state.created}`
        if (!keys.has(key)) uploads.set(id, { bytes: [], length: whole })
        keys.set(key, id)
        return shown(id)
      }),
    read: (id) => failing(() => shown(id)),
    append: (id, { offset, bytes, whole }: Part) =>
      failing(() => {
        const upload = open(id)
        if (offset !== upload.bytes.length) throw problem(409, "upload_offset")
        if (upload.length !== undefined && whole !== undefined && upload.length !== whole)
          throw problem(400, "upload_headers")
        upload.length ??= whole
        for (const byte of bytes) upload.bytes.push(byte)
        state.appended += bytes.length
      }),
    remove: async (id) => uploads.delete(id),
  }
  return { remote, uploads, state }
}

const take = (part: Partial<KeptTake> = {}): KeptTake => ({
  id: "t1",
  owner: "attempt/a",
  kind: "video",
  mediaType: "video/webm",
  createdAt: 0,
  key: "k1",
  remoteId: undefined,
  bytes: 0,
  durationMs: 0,
  ending: undefined,
  ...part,
})
const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 900 }), { minLength: 1, maxLength: 8 })
const faults = fc.array(
  fc.constantFrom<Fault>(
    "none",
    "none",
    "lost-before",
    "lost-after",
    "killed",
    "locked",
    "signed-out",
    "expired",
  ),
  { maxLength: 25, size: "max" },
)

describe("an upload", () => {
  it("brings every byte, in order, through whatever fails, while more is still recorded", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, faults, async (recorded, failures) => {
        const store = memoryStore()
        await store.begin(take())
        const { remote, uploads } = server([...failures])
        const left = recorded.map((bytes) => new Uint8Array(bytes))
        const outcome = await uploadTake("t1", {
          store,
          remote,
          random: () => 0.5,
          stopped: () => false,
          onProgress: () => {},
          // Time passes only by waiting: each wait brings the next piece, or the end.
          wait: async () => {
            const piece = left.shift()
            if (piece) await store.add("t1", piece, 0)
            else await store.change("t1", { ending: "pressed" })
          },
        })
        const { remoteId = "" } = (await store.read("t1")) ?? {}
        expect(outcome).toEqual({ end: "stored", remoteId })
        expect(uploads.get(remoteId)?.bytes).toEqual(recorded.flatMap((bytes) => [...bytes]))
      }),
      { numRuns: 200 },
    )
  })

  it("goes on from what the server has, and sends nothing of it twice", async () => {
    const store = memoryStore()
    await store.begin(take({ remoteId: "r1", ending: "cut-off" }))
    await store.add("t1", new Uint8Array([1, 2, 3, 4, 5]), 100)
    const { remote, uploads, state } = server([])
    uploads.set("r1", { bytes: [1, 2, 3], length: undefined })
    await uploadTake("t1", {
      store,
      remote,
      random: () => 0,
      stopped: () => false,
      onProgress: () => {},
      wait: async () => {},
    })
    expect(uploads.get("r1")).toEqual({ bytes: [1, 2, 3, 4, 5], length: 5 })
    expect(state.appended).toBe(2)
  })

  it("ends as whole what the server has more of than the device", async () => {
    const store = memoryStore()
    await store.begin(take({ remoteId: "r1", ending: "cut-off" }))
    await store.add("t1", new Uint8Array([1, 2]), 100)
    const { remote, uploads } = server([])
    uploads.set("r1", { bytes: [1, 2, 3, 4], length: undefined })
    const outcome = await uploadTake("t1", {
      store,
      remote,
      random: () => 0,
      stopped: () => false,
      onProgress: () => {},
      wait: async () => {},
    })
    expect(outcome.end).toBe("stored")
    expect(uploads.get("r1")?.length).toBe(4)
  })
})

describe("the outbox", () => {
  const outbox = (store = memoryStore()) => ({
    store,
    box: new Outbox({ store, alone: (_, work) => work(), random: () => 0 }),
  })
  const until = async (box: Outbox, at: string) => {
    while (box.snapshot().get("t1")?.state.at !== at) {
      box.wake()
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }

  it("removes the device's copy once the server holds all of it, and not a moment before", async () => {
    const { store, box } = outbox()
    await store.begin(take({ ending: "pressed" }))
    await store.add("t1", new Uint8Array(700_000), 100)
    const { remote, uploads } = server(["lost-before", "none", "lost-after", "killed", "none", "lost-after"])
    const removals: boolean[] = []
    const { remove } = store
    store.remove = async (id) => {
      const [upload] = uploads.values()
      removals.push(upload?.bytes.length === 700_000 && upload.length === 700_000)
      await remove(id)
    }
    box.send("t1", remote)
    await until(box, "stored")
    expect(removals).toEqual([true])
    expect(await store.read("t1")).toBeUndefined()
  })

  it("keeps the device's copy and says why when the server won't take it", async () => {
    const { store, box } = outbox()
    await store.begin(take({ ending: "pressed" }))
    await store.add("t1", new Uint8Array(10), 100)
    const { remote } = server([])
    remote.append = async () => {
      throw problem(415, "recording_type", "This isn’t a recording.")
    }
    box.send("t1", remote)
    await until(box, "stopped")
    expect(box.snapshot().get("t1")?.state).toEqual({ at: "stopped", why: "This isn’t a recording." })
    expect((await store.read("t1"))?.bytes).toBe(10)
  })

  it("asks again for what was refused only when a person does", async () => {
    const { store, box } = outbox()
    await store.begin(take({ ending: "pressed" }))
    await store.add("t1", new Uint8Array(10), 100)
    const { remote } = server([])
    let asked = 0
    remote.append = async () => {
      asked += 1
      throw problem(415, "recording_type", "This isn’t a recording.")
    }
    box.goOn("t1", remote)
    await until(box, "stopped")
    box.goOn("t1", remote)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).toBe(1)
    box.send("t1", remote)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await until(box, "stopped")
    expect(asked).toBe(2)
  })

  it("says that it arrived although the device couldn’t let go of its copy", async () => {
    const { store, box } = outbox()
    await store.begin(take({ ending: "pressed" }))
    await store.add("t1", new Uint8Array(10), 100)
    store.remove = async () => {
      throw new DOMException("The connection is closing.", "InvalidStateError")
    }
    box.send("t1", server([]).remote)
    await until(box, "stored")
    expect(box.snapshot().get("t1")).toEqual({ sent: 10, state: { at: "stored", remoteId: "r1" } })
  })

  it("says in words when the device itself fails", async () => {
    const { store, box } = outbox()
    await store.begin(take({ ending: "pressed" }))
    store.read = async () => {
      throw new DOMException("The connection is closing.", "InvalidStateError")
    }
    box.send("t1", server([]).remote)
    await until(box, "stopped")
    expect(box.snapshot().get("t1")?.state).toMatchObject({ why: expect.stringContaining("on this device") })
  })
})

describe("a refusal", () => {
  it.each([
    ["a proxy’s, of a piece that is too large for it", problem(413, "unreadable-response"), "again"],
    ["a proxy’s, of a request that took too long", problem(408, "unreadable-response"), "again"],
    ["the server’s own, of a recording that is too large", problem(413, "too_large"), "stop"],
    ["of a full disk", problem(507, "storage_full"), "stop"],
    ["of whoever is no longer signed in", problem(401, "unreadable-response"), "sign-in"],
  ] as const)("%s, is judged by whose it is", (_whose, error, next) => {
    expect(verdictOf(error).next).toBe(next)
  })
})

describe("the outbox when somebody leaves", () => {
  it("sends nothing more, keeps the device's copy, and goes on where it was once told to", async () => {
    const store = memoryStore()
    const box = new Outbox({ store, alone: (_, work) => work(), random: () => 0 })
    await store.begin(take({ ending: "pressed" }))
    await store.add("t1", new Uint8Array(1_500_000), 100)
    const { remote, uploads, state } = server([])
    const { append } = remote
    remote.append = async (id, part) => {
      await append(id, part)
      box.stopAll()
    }
    box.send("t1", remote)
    await expect.poll(() => state.appended).toBeGreaterThan(0)
    for (let round = 0; round < 20; round++) {
      box.wake()
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    expect([state.created, uploads.get("r1")?.bytes.length]).toEqual([1, 256 * 1024])
    expect((await store.read("t1"))?.bytes).toBe(1_500_000)
    expect(box.snapshot().size).toBe(0)
    remote.append = append
    box.send("t1", remote)
    await expect.poll(() => box.snapshot().get("t1")?.state.at).toBe("stored")
    expect([state.created, uploads.get("r1")?.bytes.length]).toEqual([1, 1_500_000])
  })
})

describe("a part's checksum", () => {
  it("is SHA-256 in base64, as known for the empty and the usual text", async () => {
    expect(await checksumOf(new Uint8Array())).toBe("sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    expect(await checksumOf(new TextEncoder().encode("abc"))).toBe(
      "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
    )
  })
})
