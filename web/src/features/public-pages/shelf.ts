import { type DBSchema, type IDBPDatabase, openDB } from "idb"

/** What a page keeps on this device, by name. Nothing on it ever leaves the device by itself. */
export type Shelf = {
  /** What was kept under this name, or undefined; also undefined where the browser keeps nothing. */
  read: (name: string) => Promise<unknown>
  /** Resolves to whether it is really kept: storage may be full, or closed in a private window. */
  write: (name: string, value: unknown) => Promise<boolean>
  remove: (name: string) => Promise<void>
  /** Forgets everything whose name begins like this. */
  removeAll: (beginning: string) => Promise<void>
}

interface Tables extends DBSchema {
  kept: { key: string; value: unknown }
}

let opened: Promise<IDBPDatabase<Tables>> | undefined

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>("backfill-candidate", 1, {
    upgrade: (db) => void db.createObjectStore("kept"),
    // The browser may close it, e.g. when site data is cleared; the next use opens it anew.
    terminated: () => {
      opened = undefined
    },
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** The shelf of this browser, in IndexedDB. */
export const deviceShelf: Shelf = {
  read: async (name) => {
    try {
      return await (await database()).get("kept", name)
    } catch {
      return undefined
    }
  },
  write: async (name, value) => {
    try {
      await (await database()).put("kept", value, name)
      return true
    } catch {
      return false
    }
  },
  remove: async (name) => {
    try {
      await (await database()).delete("kept", name)
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  },
  removeAll: async (beginning) => {
    try {
      await (await database()).delete("kept", IDBKeyRange.bound(beginning, `${beginning}\uffff`))
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  },
}
