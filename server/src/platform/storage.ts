import type { Readable } from "node:stream"

export interface Stored {
  key: string
  bytes: number
  digest: string
}

/** Bytes of a file, both ends included, as HTTP counts them. */
export interface ByteRange {
  start: number
  end: number
}

/** Where files live: a local folder or an object store. Keys are random, so that a name or a guess never opens a file. */
export interface Storage {
  /** The local folder in which files lie, or wait for the object store. */
  readonly root: string
  /**
   * Writes a stream durably; refuses more than `limit` bytes with too_large, and a full disk with storage_full, and leaves
   * nothing behind. With a folder of `folderOf`, everything of one thing can be found and deleted together, also what a
   * killed server never told anybody of; where that is deleted meanwhile, the writer hears upload_gone.
   */
  put(source: AsyncIterable<Uint8Array>, limit: number, folder?: string): Promise<Stored>
  read(key: string, range?: ByteRange): Readable
  remove(key: string): Promise<void>
  /** All that lies in folders of `folderOf`, and when each was written. */
  list(): AsyncIterable<{ key: string; writtenAt: Date }>
  /** Deletes a folder of `folderOf` and all that is in it, half-written files included. */
  clear(folder: string): Promise<void>
  /** Deletes what servers that were killed had begun to write before this time. */
  tidy(before: Date): Promise<void>
}

/** What a key looks like: 256 folders keep each of them small, or it lies in a folder of its own. */
export const KEY = /^(?:[0-9a-f]{2}|recordings\/[0-9a-f-]{36})\/[0-9a-f-]{36}$/
export const FOLDER = /^recordings\/[0-9a-f-]{36}$/
export const keyOf = (id: string, folder = id.slice(0, 2)): string => `${folder}/${id}`
/** Where everything of one recording lies. */
export const folderOf = (recordingId: string): string => `recordings/${recordingId}`
