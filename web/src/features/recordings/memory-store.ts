import { cut, type KeptTake, type Piece, type TakeStore } from "./take-store.ts"

/** Recordings in this window's memory alone, for browsers that keep nothing. */
export function memoryStore(): TakeStore {
  const takes = new Map<string, { take: KeptTake; pieces: Piece[] }>()
  return {
    begin: async (take) => {
      takes.set(take.id, { take, pieces: [] })
      return "memory"
    },
    add: async (id, bytes, durationMs) => {
      const kept = takes.get(id)
      if (!kept) throw new Error("this recording was removed")
      kept.pieces.push({ start: kept.take.bytes, bytes })
      kept.take = { ...kept.take, bytes: kept.take.bytes + bytes.length, durationMs }
      return "memory"
    },
    change: async (id, part) => {
      const kept = takes.get(id)
      if (kept) kept.take = { ...kept.take, ...part }
    },
    read: async (id) => takes.get(id)?.take,
    list: async (owner) => [...takes.values()].map(({ take }) => take).filter((take) => take.owner === owner),
    slice: async (id, start, end) => cut(takes.get(id)?.pieces ?? [], start, end),
    remove: async (id) => {
      takes.delete(id)
    },
  }
}
