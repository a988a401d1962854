import { beforeEach, describe, expect, it, vi } from "vitest"
import { deviceStore } from "./device-store.ts"
import type { KeptTake } from "./take-store.ts"

/** A browser’s database in a few maps; once it is `gone`, every use of it fails as after the browser closed it. */
const disk = vi.hoisted(() => {
  const takes = new Map<string, { id: string; bytes: number }>()
  const pieces = new Map<string, { id: string; start: number }>()
  const state = { gone: false }
  const tables = {
    takes: {
      get: async (id: string) => takes.get(id),
      put: async (take: { id: string; bytes: number }) => void takes.set(take.id, take),
      delete: async (id: string) => void takes.delete(id),
    },
    pieces: {
      put: async (piece: { id: string; start: number }) =>
        void pieces.set(`${piece.id}/${piece.start}`, piece),
      delete: async () => pieces.clear(),
      openKeyCursor: async () => null,
      getAll: async () => [...pieces.values()],
    },
  }
  const use = <Answer>(answer: Answer): Answer => {
    if (state.gone) throw new DOMException("The connection is closing.", "InvalidStateError")
    return answer
  }
  const db = {
    get: async (_: "takes", id: string) => use(takes.get(id)),
    put: async (_: "takes", take: { id: string; bytes: number }) => use(tables.takes.put(take)),
    getAllFromIndex: async () => use([...takes.values()]),
    transaction: (names: "takes" | "pieces" | string[]) =>
      use({
        objectStore: (name: "takes" | "pieces") => tables[name],
        store: tables[Array.isArray(names) ? "takes" : (names as "takes" | "pieces")],
        done: Promise.resolve(),
      }),
  }
  return { takes, pieces, state, db }
})
vi.mock("idb", () => ({ openDB: async () => disk.db }))
vi.stubGlobal("IDBKeyRange", { bound: () => undefined })

const take: KeptTake = {
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
}
const bytes = (...all: number[]) => new Uint8Array(all)

beforeEach(() => {
  disk.takes.clear()
  disk.pieces.clear()
  disk.state.gone = false
})

describe("the device’s store", () => {
  it("goes on in memory when the browser closes its database half-way, and has all of it", async () => {
    const store = deviceStore()
    expect(await store.begin(take)).toBe("disk")
    expect(await store.add("t1", bytes(1, 2), 1000)).toBe("disk")
    disk.state.gone = true
    expect(await store.add("t1", bytes(3, 4), 2000)).toBe("memory")
    await store.change("t1", { ending: "pressed" })
    expect(await store.read("t1")).toMatchObject({ bytes: 4, durationMs: 2000, ending: "pressed" })
    disk.state.gone = false
    expect(await store.slice("t1", 0, 4)).toEqual(bytes(1, 2, 3, 4))
  })

  it("remembers how a take ended though the disk couldn’t be told", async () => {
    const store = deviceStore()
    await store.begin(take)
    await store.add("t1", bytes(1, 2), 1000)
    disk.state.gone = true
    await store.change("t1", { ending: "pressed" })
    disk.state.gone = false
    expect(await store.read("t1")).toMatchObject({ bytes: 2, ending: "pressed" })
    expect(await store.slice("t1", 0, 2)).toEqual(bytes(1, 2))
  })

  it("adds nothing to a take that was removed", async () => {
    const store = deviceStore()
    await store.begin(take)
    disk.takes.clear()
    await expect(store.add("t1", bytes(1), 0)).rejects.toThrow("removed")
  })
})
