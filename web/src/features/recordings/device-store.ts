import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import { memoryStore } from "./memory-store.ts"
import { cut, type KeptTake, type Piece, type TakeStore } from "./take-store.ts"

interface Tables extends DBSchema {
  takes: { key: string; value: KeptTake; indexes: { owner: string } }
  pieces: { key: [string, number]; value: Piece & { id: string } }
}

const NAME = "backfill-recordings"
/** What nobody came back for is forgotten after so many days: the server gave its part up long before. */
const FORGET_DAYS = 30

let opened: Promise<IDBPDatabase<Tables>> | undefined

/** Rejects where a browser keeps nothing: some refuse at once, some have no such thing. */
async function database(): Promise<IDBPDatabase<Tables>> {
  try {
    return await (opened ??= openDB<Tables>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore("takes", { keyPath: "id" }).createIndex("owner", "owner")
        db.createObjectStore("pieces", { keyPath: ["id", "start"] })
      },
      // The browser may close it, e.g. when site data is cleared; the next use opens it anew.
      terminated: () => {
        opened = undefined
      },
    }))
  } catch (error) {
    opened = undefined
    throw error
  }
}

const piecesOf = (id: string, from = 0) => IDBKeyRange.bound([id, from], [id, Number.MAX_SAFE_INTEGER])

async function removeFrom(db: IDBPDatabase<Tables>, id: string): Promise<void> {
  const writing = db.transaction(["takes", "pieces"], "readwrite")
  void writing.objectStore("takes").delete(id)
  void writing.objectStore("pieces").delete(piecesOf(id))
  await writing.done
}

async function sliceOf(db: IDBPDatabase<Tables>, id: string, start: number, end: number): Promise<Piece[]> {
  const reading = db.transaction("pieces").store
  // The piece that holds `start` begins before it, or there.
  const first = await reading.openKeyCursor(IDBKeyRange.bound([id, 0], [id, start]), "prev")
  const from = first?.primaryKey[1] ?? 0
  return reading.getAll(IDBKeyRange.bound([id, from], [id, end], false, true))
}

/**
 * Recordings on this device, in IndexedDB; a piece is on disk when it is said to be kept. What the disk refuses half-way,
 * full as it may be, goes on in memory: the recording is whole as long as the window stays.
 */
export function deviceStore(): TakeStore {
  const memory = memoryStore()
  /** Takes of which the bytes from here on are in memory. */
  const spilled = new Map<string, number>()
  /** Takes as this window last kept them, for when the disk can’t be asked any more. */
  const last = new Map<string, KeptTake>()
  const inMemory = async (id: string) => (await memory.read(id)) !== undefined
  const spill = async (take: KeptTake) => {
    spilled.set(take.id, take.bytes)
    await memory.begin({ ...take, bytes: 0 })
  }
  const read = async (id: string): Promise<KeptTake | undefined> => {
    const rest = await memory.read(id)
    const take = await database()
      .then((db) => db.get("takes", id))
      .catch(() => last.get(id))
    if (!rest) return take
    const before = spilled.get(id) ?? 0
    return { ...(take ?? rest), ...rest, bytes: before + rest.bytes }
  }
  return {
    read,
    begin: async (take) => {
      last.set(take.id, take)
      try {
        const db = await database()
        await db.put("takes", take)
        return "disk"
      } catch {
        await spill(take)
        return "memory"
      }
    },
    add: async (id, bytes, durationMs) => {
      if (await inMemory(id)) return memory.add(id, bytes, durationMs)
      let take: KeptTake | undefined
      try {
        const db = await database()
        const writing = db.transaction(["takes", "pieces"], "readwrite", { durability: "strict" })
        take = await writing.objectStore("takes").get(id)
        if (take) {
          void writing.objectStore("pieces").put({ id, start: take.bytes, bytes })
          void writing.objectStore("takes").put({ ...take, bytes: take.bytes + bytes.length, durationMs })
        }
        await writing.done
      } catch (error) {
        const before = take ?? last.get(id)
        if (!before) throw error
        await spill(before)
        return memory.add(id, bytes, durationMs)
      }
      if (!take) throw new Error("this recording was removed")
      last.set(id, { ...take, bytes: take.bytes + bytes.length, durationMs })
      return "disk"
    },
    change: async (id, part) => {
      await memory.change(id, part)
      const before = last.get(id)
      if (before) last.set(id, { ...before, ...part })
      try {
        const db = await database()
        const writing = db.transaction("takes", "readwrite", { durability: "strict" })
        const take = await writing.store.get(id)
        if (take) void writing.store.put({ ...take, ...part })
        await writing.done
      } catch (error) {
        if (await inMemory(id)) return
        if (!before) throw error
        await spill({ ...before, ...part })
      }
    },
    list: async (owner) => {
      const there = await database()
        .then((db) => db.getAllFromIndex("takes", "owner", owner))
        .catch(() => [...last.values()].filter((take) => take.owner === owner))
      const ids = new Set([...there, ...(await memory.list(owner))].map(({ id }) => id))
      const takes = await Promise.all([...ids].map(read))
      return takes
        .filter((take) => take !== undefined)
        .toSorted((one, other) => one.createdAt - other.createdAt)
    },
    slice: async (id, start, end) => {
      const before = spilled.get(id) ?? Number.POSITIVE_INFINITY
      const pieces = start < before ? await sliceOf(await database(), id, start, Math.min(end, before)) : []
      const onDisk = cut(pieces, start, Math.min(end, before))
      if (start + onDisk.length < before || end <= before) return onDisk
      const rest = await memory.slice(id, start + onDisk.length - before, end - before)
      return cut(
        [
          { start, bytes: onDisk },
          { start: start + onDisk.length, bytes: rest },
        ],
        start,
        end,
      )
    },
    remove: async (id) => {
      await memory.remove(id)
      spilled.delete(id)
      last.delete(id)
      await database().then(
        (db) => removeFrom(db, id),
        // A browser that keeps nothing has nothing to remove.
        () => undefined,
      )
    },
  }
}

/** Whether this browser keeps recordings at all, tried with a few bytes; and how much space it says there is. */
export async function spaceHere(): Promise<{
  writable: boolean
  quota: number | undefined
  usage: number | undefined
}> {
  const writable = await database()
    .then(async (db) => {
      const probe = { id: "probe", start: 0, bytes: new Uint8Array(1024) }
      await db.put("pieces", probe)
      await db.delete("pieces", ["probe", 0])
      return true
    })
    .catch(() => false)
  const said = await navigator.storage?.estimate?.().catch(() => undefined)
  return { writable, quota: said?.quota, usage: said?.usage }
}

/** Forgets the recordings of every owner whose name begins like this, e.g. when their data is erased. */
export async function forgetRecordings(beginning: string): Promise<void> {
  await sweep(({ owner }) => owner.startsWith(beginning))
}

/** Forgets what is so old that nobody will send it any more. `now` in epoch ms. */
export async function forgetOldRecordings(now: number): Promise<void> {
  await sweep(({ createdAt }) => createdAt < now - FORGET_DAYS * 86_400_000)
}

async function sweep(goes: (take: KeptTake) => boolean): Promise<void> {
  try {
    const db = await database()
    for (const take of await db.getAll("takes")) if (goes(take)) await removeFrom(db, take.id)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
