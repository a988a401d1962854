/** What of yazl is used; the package brings no types. */
declare module "yazl" {
  import type { EventEmitter } from "node:events"
  import type { PassThrough, Readable } from "node:stream"

  interface EntryOptions {
    mtime: Date
    compress: boolean
  }
  export class ZipFile extends EventEmitter {
    readonly outputStream: PassThrough
    addBuffer(bytes: Buffer, name: string, options: EntryOptions): void
    /** Asks for the stream when it is its turn; `size` has to be right. */
    addReadStreamLazy(
      name: string,
      options: EntryOptions & { size: number },
      open: (done: (error: Error | null, stream: Readable) => void) => void,
    ): void
    /** Tells how large the whole will be, -1 where that can’t be known. */
    end(options: object, sized: (bytes: number) => void): void
  }
}
