import { type DBSchema, type IDBPDatabase, openDB } from "idb"

/** What this device keeps of what was heard, in bytes; beyond it the longest unused goes. An hour has about 0.8 MB. */
export const MOST_HEARD = 20_000_000

/** One recording’s place: whose it is, and what it was heard in and by. Anything else there is out of date. */
export interface HeardPlace {
  owner: string
  recordingId: string
  /** File and version of the hearing. */
  fits: string
}

/** What is known of a kept hearing without reading it; `usedAt` in epoch ms. */
export interface HeardEntry {
  key: string
  bytes: number
  usedAt: number
}
interface Tables extends DBSchema {
  entries: { key: string; value: HeardEntry & { fits: string } }
  heard: { key: string; value: unknown }
}

let opened: Promise<IDBPDatabase<Tables>> | undefined

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>("backfill-heard", 1, {
    upgrade(db) {
      db.createObjectStore("entries", { keyPath: "key" })
      db.createObjectStore("heard")
    },
    terminated: () => {
      opened = undefined
    },
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

const keyOf = (owner: string, recordingId: string) => `${owner}/${recordingId}`

/** Which of what is kept goes so that the rest has at most so many bytes: the longest unused first. */
export function overflow(entries: readonly HeardEntry[], most: number): HeardEntry[] {
  let bytes = 0
  return entries
    .toSorted((a, b) => b.usedAt - a.usedAt)
    .filter((entry) => {
      bytes += entry.bytes
      return bytes > most
    })
}

/** What was heard there before, if this device still has it and it fits. Never fails. `now` in epoch ms. */
export async function readHeard<Heard>(place: HeardPlace, now: number): Promise<Heard | undefined> {
  try {
    const key = keyOf(place.owner, place.recordingId)
    const using = (await database()).transaction(["entries", "heard"], "readwrite")
    const entry = await using.objectStore("entries").get(key)
    const fits = entry?.fits === place.fits
    if (entry && fits) void using.objectStore("entries").put({ ...entry, usedAt: now })
    const heard = fits ? await using.objectStore("heard").get(key) : undefined
    await using.done
    // What stands under this place was put there as such by `keepHeard`.
    return heard as Heard | undefined
  } catch {
    return undefined
  }
}

/** Keeps what was heard, in place of what stood there. Never fails: a device that keeps nothing listens again. */
export async function keepHeard(
  place: HeardPlace,
  heard: object,
  { bytes, now }: { bytes: number; now: number },
): Promise<void> {
  try {
    const key = keyOf(place.owner, place.recordingId)
    const keeping = (await database()).transaction(["entries", "heard"], "readwrite")
    const [entries, all] = [keeping.objectStore("entries"), keeping.objectStore("heard")]
    void entries.put({ key, fits: place.fits, bytes, usedAt: now })
    void all.put(heard, key)
    for (const { key: gone } of overflow(await entries.getAll(), MOST_HEARD)) {
      void entries.delete(gone)
      void all.delete(gone)
    }
    await keeping.done
  } catch {
    // Full, or blocked.
  }
}

/** Forgets what was heard in one recording. Never fails. */
export const forgetHeard = (owner: string, recordingId: string): Promise<void> =>
  forget((key) => key === keyOf(owner, recordingId))

/** Forgets what was heard in any other recording of an owner: those are deleted, on whatever device. Never fails. */
export function keepOnlyHeard(owner: string, recordingIds: readonly string[]): Promise<void> {
  const kept = new Set(recordingIds.map((id) => keyOf(owner, id)))
  return forget((key) => key.startsWith(keyOf(owner, "")) && !kept.has(key))
}

/** Forgets everything that was heard on this device, whoever listened. Never fails. */
export const forgetAllHeard = (): Promise<void> => forget(() => true)

async function forget(goes: (key: string) => boolean): Promise<void> {
  try {
    const forgetting = (await database()).transaction(["entries", "heard"], "readwrite")
    for (const name of ["entries", "heard"] as const) {
      const store = forgetting.objectStore(name)
      for (const key of await store.getAllKeys()) if (goes(key)) void store.delete(key)
    }
    await forgetting.done
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
