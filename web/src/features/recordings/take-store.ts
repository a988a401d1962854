import type { RecordingKind } from "@backfill/contract"
import type { Ending } from "./recorder-state.ts"

/** A recording as this device keeps it, until the server holds every byte of it. */
export type KeptTake = {
  id: string
  /** What it was made for, e.g. `attempt/…`: nobody else's page looks there. */
  owner: string
  /** What its upload says it is about, where an owner has several things to record for. */
  about?: string | undefined
  kind: RecordingKind
  mediaType: string
  /** Epoch ms. */
  createdAt: number
  /** Makes the creation of its upload happen once. A new one when it is sent as a new upload. */
  key: string
  /** Its id on the server, once it has one. */
  remoteId: string | undefined
  bytes: number
  durationMs: number
  /** It is a copy of a file: a part of one is of no use, and the file is still where it was. */
  copied?: boolean
  /** Undefined while it is being recorded, or copied. */
  ending: Ending | undefined
}

/** Where bytes went: `memory` is lost when the page closes. */
export type Place = "disk" | "memory"

/** What a device keeps of recordings: each as its bytes in order, in the pieces they came in. */
export type TakeStore = {
  begin: (take: KeptTake) => Promise<Place>
  /** Adds bytes at the end. They are kept when this resolves. */
  add: (id: string, bytes: Uint8Array<ArrayBuffer>, durationMs: number) => Promise<Place>
  change: (id: string, part: Partial<Pick<KeptTake, "ending" | "key" | "remoteId">>) => Promise<void>
  read: (id: string) => Promise<KeptTake | undefined>
  list: (owner: string) => Promise<KeptTake[]>
  /** The bytes from `start`, `end` excluded; fewer where there are no more. */
  slice: (id: string, start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>
  remove: (id: string) => Promise<void>
}

/** A piece of a take, and at which of its bytes the piece starts. */
export type Piece = { start: number; bytes: Uint8Array<ArrayBuffer> }

/** Cuts `start` to `end` out of pieces that lie in order. Ends early at a gap: bytes after one are never sent as if there were none. */
export function cut(pieces: ReadonlyArray<Piece>, start: number, end: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let at = start
  for (const piece of pieces) {
    if (piece.start + piece.bytes.length <= at) continue
    if (piece.start > at || at >= end) break
    const part = piece.bytes.subarray(at - piece.start, Math.min(piece.bytes.length, end - piece.start))
    parts.push(part)
    at += part.length
  }
  const whole = new Uint8Array(at - start)
  let filled = 0
  for (const part of parts) {
    whole.set(part, filled)
    filled += part.length
  }
  return whole
}
